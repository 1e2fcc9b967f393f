/*
 * A shop of ten services. Self times in milliseconds; a number of calls before the name where a request makes several.
 * In brackets: sends no segments, so that only the calls tell of it.
 *
 *   GET /products        gateway 6 ─► catalog 18 ─┬─► 2 × (products-db 12)
 *                                                 └─► pricing 9 ─► 3 × (cache 3)
 *   GET /products/{id}   gateway 6 ─┬► catalog 18 ─► (products-db 12)
 *                                   ├► stock 14 ─► (stock-db 10)
 *                                   └► reviews 11
 *   POST /cart           gateway 6 ─┬► users 8 ─► (users-db 7)
 *                                   └► cart 16 ─┬► 2 × (cache 3)
 *                                               └► 2 × pricing 9
 *   POST /orders         gateway 6 ─┬► users 8 ─► (users-db 7)
 *                                   └► orders 30 ─┬► 3 × stock 14 ─► (stock-db 10)
 *                                                 ├► payments 40 ─► (bank 80)
 *                                                 ├► shipping 15
 *                                                 └► (orders-db 9)
 *   GET /orders/{id}     gateway 6 ─┬► users 8 ─► (users-db 7)
 *                                   ├► orders 30 ─► (orders-db 9)
 *                                   └► shipping 15
 */

/** What one call to a node sets off. */
export interface Work {
  /** Index into {@link SHOP_NODES}. */
  readonly node: number;
  readonly selfMs: number;
  /** False where it sends no segments. */
  readonly instrumented: boolean;
  /** One after the other. */
  readonly calls: readonly Work[];
}

export interface ShopOperation {
  readonly name: string;
  /** Of all requests. */
  readonly share: number;
  readonly work: Work;
}

export const SHOP_NODES: readonly string[] = [
  ...['gateway', 'catalog', 'pricing', 'stock', 'reviews', 'users', 'cart', 'orders', 'payments', 'shipping'],
  ...['products-db', 'stock-db', 'users-db', 'orders-db', 'cache', 'bank'],
];

function service(name: string, selfMs: number, ...calls: readonly Work[]): Work {
  return { node: SHOP_NODES.indexOf(name), selfMs, instrumented: true, calls };
}

function dependency(name: string, selfMs: number): Work {
  return { node: SHOP_NODES.indexOf(name), selfMs, instrumented: false, calls: [] };
}

function times(count: number, work: Work): Work[] {
  return Array.from({ length: count }, () => work);
}

const users = service('users', 8, dependency('users-db', 7));
const pricing = service('pricing', 9, ...times(3, dependency('cache', 3)));
const stock = service('stock', 14, dependency('stock-db', 10));
const shipping = service('shipping', 15);

export const SHOP: readonly ShopOperation[] = [
  {
    name: 'GET /products',
    share: 0.3,
    work: service('gateway', 6, service('catalog', 18, ...times(2, dependency('products-db', 12)), pricing)),
  },
  {
    name: 'GET /products/{id}',
    share: 0.25,
    work: service('gateway', 6, service('catalog', 18, dependency('products-db', 12)), stock, service('reviews', 11)),
  },
  {
    name: 'POST /cart',
    share: 0.2,
    work: service(
      'gateway',
      6,
      users,
      service('cart', 16, ...times(2, dependency('cache', 3)), ...times(2, service('pricing', 9))),
    ),
  },
  {
    name: 'POST /orders',
    share: 0.15,
    work: service(
      'gateway',
      6,
      users,
      service(
        'orders',
        30,
        ...times(3, stock),
        service('payments', 40, dependency('bank', 80)),
        shipping,
        dependency('orders-db', 9),
      ),
    ),
  },
  {
    name: 'GET /orders/{id}',
    share: 0.1,
    work: service('gateway', 6, users, service('orders', 30, dependency('orders-db', 9)), shipping),
  },
];
