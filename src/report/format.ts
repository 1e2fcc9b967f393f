/** Milliseconds to three significant digits: `0.42 ms`, `52.1 ms`, `212 ms`, `1.24 s`. */
export function formatMs(ms: number): string {
  if (ms >= 1000) return `${significant(ms / 1000)} s`;
  return `${significant(ms)} ms`;
}

/** `212 → 287 ms`: the unit once where both have it. */
export function formatMsChange(fromMs: number, toMs: number): string {
  const [from, to] = [formatMs(fromMs), formatMs(toMs)];
  const unit = ` ${to.split(' ')[1]}`;
  return from.endsWith(unit) ? `${from.slice(0, -unit.length)} → ${to}` : `${from} → ${to}`;
}

/** A difference of times as `+61.2 ms`. */
export function formatMsDifference(ms: number): string {
  return `${sign(ms)}${formatMs(Math.abs(ms))}`;
}

function significant(value: number): string {
  if (value === 0) return '0';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** A share 0–1 as `6.0 %`, `0 %`, `100 %`. */
export function formatShare(share: number): string {
  const percent = share * 100;
  const digits = percent === 0 || percent >= 99.95 ? 0 : percent < 0.1 ? 2 : 1;
  return `${percent.toFixed(digits)} %`;
}

/** A ratio as a change: 1.3 → `+30 %`, 0.96 → `−4.0 %`. */
export function formatRatio(ratio: number): string {
  if (!Number.isFinite(ratio)) return 'no limit';
  const percent = (ratio - 1) * 100;
  const size = Math.abs(percent);
  return `${sign(percent)}${size >= 1000 ? `${(ratio).toFixed(0)}×` : `${size.toFixed(size < 9.95 ? 1 : 0)} %`}`;
}

/** A difference of shares as `+6.0 points`. */
export function formatPoints(difference: number): string {
  return `${sign(difference)}${Math.abs(difference * 100).toFixed(1)} points`;
}

/** Calls per request: `1.00`, `2.4`. */
export function formatCount(count: number): string {
  return count >= 10 ? count.toFixed(1) : count.toFixed(2);
}

export function formatCountChange(difference: number): string {
  return `${sign(difference)}${formatCount(Math.abs(difference))}`;
}

/** A p-value: `0.0005`, `< 0.0001`. */
export function formatP(p: number): string {
  if (p < 0.0001) return '< 0.0001';
  return p < 0.001 ? p.toFixed(4) : p.toFixed(p < 0.1 ? 3 : 2);
}

export function formatNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
}

function sign(value: number): string {
  if (value > 0) return '+';
  return value < 0 ? '−' : '±';
}

// Swedish writes dates as ISO 8601 does.
const UTC_MINUTES = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' });

/** Epoch milliseconds as `2026-03-07 14:02 UTC`. */
export function formatMinute(atMs: number): string {
  return `${UTC_MINUTES.format(atMs)} UTC`;
}

/** A factor, rounded up: `2.6 times`. */
export function formatTimes(times: number): string {
  return `${formatNumber(times < 10 ? Math.ceil(times * 10) / 10 : Math.ceil(times))} times`;
}
