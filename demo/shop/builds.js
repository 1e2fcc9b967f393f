/**
 * What differs between the shop's builds. A build is chosen by the environment variable BUILD, and its name is the
 * version that every service annotates.
 */
const current = {
  readsLinesByIndex: true,
  readsStockAtOnce: true,
  checksFraud: false,
  givesVouchers: false,
};

const BUILDS = {
  v1: current,
  'v2-same': current,
  'v2-bad': {
    readsLinesByIndex: false,
    readsStockAtOnce: false,
    checksFraud: true,
    givesVouchers: true,
  },
};

export const version = process.env.BUILD ?? 'v1';

if (!Object.hasOwn(BUILDS, version)) {
  console.error(`BUILD must be one of ${Object.keys(BUILDS).join(', ')}; got "${version}".`);
  process.exit(1);
}

export const build = BUILDS[version];
