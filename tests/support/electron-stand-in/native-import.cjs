// vitest rewrites `import()` in what it transforms; built bundles must load as Node itself loads them.
module.exports = (address) => import(address);
