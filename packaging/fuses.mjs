/**
 * All nine fuses of Electron 45, by the names of @electron/fuses. Off: ways to run foreign code inside the signed program. Asar
 * integrity has no effect on Linux. With RunAsNode off, `child_process.fork` cannot be used; the core is a utility process.
 */
export const fuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};
