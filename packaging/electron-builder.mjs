import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { join } from 'node:path';
import { files } from './files.mjs';
import { fuses } from './fuses.mjs';

const executable = ({ appOutDir, electronPlatformName, packager }) => {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`);
  return join(appOutDir, electronPlatformName === 'win32' ? `${name}.exe` : packager.executableName);
};

/** Fuses are flipped before signing; a fuse that this map does not name fails the packaging. */
const afterPack = (context) => {
  const named = Object.entries(fuses).map(([name, value]) => [FuseV1Options[name], value]);
  return flipFuses(executable(context), { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...Object.fromEntries(named) });
};

export default {
  appId: 'cn.liubu.desktop',
  productName: 'Liubu',
  copyright: 'Apache-2.0',
  directories: { app: '..', output: '../dist' },
  electronVersion: '45.4.1',
  asar: true,
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  files,
  electronLanguages: ['zh-CN', 'en-US'],
  afterPack,
  publish: null,
  linux: { target: ['AppImage', 'deb'], category: 'Office', executableName: 'liubu' },
  win: { target: ['nsis'] },
  mac: { target: ['dmg'], hardenedRuntime: true },
};
