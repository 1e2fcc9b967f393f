const WINNERS = [7, 24, 41];
const VOUCHERS = new Map();

/** Three orders of every fifty win a voucher. */
export function voucherFor(order) {
  const place = order.id % 50;
  return WINNERS.includes(place) ? VOUCHERS.get(place).text : null;
}
