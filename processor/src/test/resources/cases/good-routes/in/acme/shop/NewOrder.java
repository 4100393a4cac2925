package acme.shop;

public record NewOrder(String article, int count) {}
