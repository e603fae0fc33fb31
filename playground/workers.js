// The editor reads this when it is loaded: where the scripts lie that check and complete what is written.
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_, label) => `/playground/${label}.worker.js`,
};
