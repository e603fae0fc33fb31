// The editor reads this when it loads: the addresses of the scripts that check and complete queries.
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_, label) => `/playground/${label}.worker.js`,
};
