// Shows the document of this server.
'use strict';

window.ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  displayRequestDuration: true,
  filter: true,
  syntaxHighlight: { activated: true },
  tagsSorter: 'alpha',
  validatorUrl: null, // the page asks no other server
  onComplete() {
    document.title = window.ui.specSelectors.info().get('title');
  },
});
