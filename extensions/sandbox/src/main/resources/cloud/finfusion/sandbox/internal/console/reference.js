// The API reference, made by Redoc of the specification that this sandbox follows.

/* global Redoc */
Redoc.init('/_sandbox/specification', {
  disableSearch: true,
  hideLogo: true,
  hideDownloadButton: true,
  nativeScrollbars: true,
  theme: {
    colors: {primary: {main: '#0f6b5c'}},
    typography: {
      fontFamily: 'system-ui, "DejaVu Sans", sans-serif',
      headings: {fontFamily: 'system-ui, "DejaVu Sans", sans-serif'},
      code: {fontFamily: 'ui-monospace, "DejaVu Sans Mono", monospace'},
    },
  },
}, document.getElementById('reference'));
