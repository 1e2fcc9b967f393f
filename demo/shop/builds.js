/**
 * What differs between the shop's builds. A build is chosen by the environment variable BUILD, and its name is the
 * version that every service annotates.
 */
const current = {
  linesIndex: 'by-order',
  stockIndex: 'by-warehouse',
  readsStockAtOnce: true,
  /** How many orders the stock that was read last serves; 1 reads it for each. */
  ordersPerStockRead: 1,
  /** How often the customer's last order is looked at before the new one is put. */
  lastOrderReads: 0,
  /** Of so many orders one is checked for fraud; 0: none is. */
  ordersPerFraudCheck: 0,
  givesVouchers: false,
  /** Of so many notifications one is refused with 429; 0: none is. */
  notificationsPerRefusal: 0,
  /** How often a refused notification is sent again, at once. */
  notificationRetries: 0,
  /** Of so many notifications one faults, and the order goes on without it; 0: none does. */
  notificationsPerFault: 0,
  /** Notifications are a Lambda function, one of so many of its invocations a cold start; 0: it is a service. */
  invocationsPerColdStart: 0,
};

const BUILDS = {
  v1: current,
  'v2-same': current,
  'v2-slow-5': { ...current, linesIndex: 'by-order-slow-5' },
  'v2-slow-10': { ...current, linesIndex: 'by-order-slow-10' },
  'v2-slow-20': { ...current, linesIndex: 'by-order-slow-20' },
  'v2-slow-50': { ...current, linesIndex: 'by-order-slow-50' },
  'v2-bad': { ...current, linesIndex: null, readsStockAtOnce: false, ordersPerFraudCheck: 1, givesVouchers: true },
  'v2-slow-stock': { ...current, stockIndex: 'by-warehouse-slow' },
  'v2-one-more-read': { ...current, lastOrderReads: 1 },
  'v2-retry-storm': { ...current, notificationsPerRefusal: 3, notificationRetries: 3 },
  'v2-throttled-table': { ...current, stockIndex: 'by-warehouse-throttled' },
  'v2-swallowed-fault': { ...current, notificationsPerFault: 16 },
  'v2-rare-edge': { ...current, ordersPerFraudCheck: 50 },
  'v1-cache': { ...current, ordersPerStockRead: 4 },
  'v2-no-cache': current,
  'v1-function': { ...current, invocationsPerColdStart: 100 },
  'v2-function': { ...current, invocationsPerColdStart: 10 },
};

export const version = process.env.BUILD ?? 'v1';

if (!Object.hasOwn(BUILDS, version)) {
  console.error(`BUILD must be one of ${Object.keys(BUILDS).join(', ')}; got "${version}".`);
  process.exit(1);
}

export const build = BUILDS[version];
