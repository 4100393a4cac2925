module acme {}
