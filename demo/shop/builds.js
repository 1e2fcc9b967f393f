/**
 * What differs between the shop's builds. A build is chosen by the environment variable BUILD, and its name is the
 * version that every service annotates.
 */
const current = {
  linesIndex: 'by-order',
  readsStockAtOnce: true,
  checksFraud: false,
  givesVouchers: false,
};

const BUILDS = {
  v1: current,
  'v2-same': current,
  'v2-slow-5': { ...current, linesIndex: 'by-order-slow-5' },
  'v2-slow-10': { ...current, linesIndex: 'by-order-slow-10' },
  'v2-slow-20': { ...current, linesIndex: 'by-order-slow-20' },
  'v2-slow-50': { ...current, linesIndex: 'by-order-slow-50' },
  'v2-bad': {
    linesIndex: null,
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
