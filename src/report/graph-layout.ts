import { type Link, ranksOf } from './graph-ranks.js';

/** An arrow between nodes, and how wide its label is. */
export interface Arrow extends Link {
  readonly labelWidth: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From one rank to the next, through the gap between them. */
export interface Stretch {
  readonly from: Point;
  readonly to: Point;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Left upper corners of the nodes. */
  readonly boxes: readonly Point[];
  /** For each arrow its stretches, from its start to its end; empty for an arrow from a node to itself. */
  readonly routes: readonly (readonly Stretch[])[];
}

export const BOX = { width: 172, height: 46 };
/** What an arrow needs to change its height in. */
export const BEND_WIDTH = 56;
const ROW_GAP = 20;
const LANE_HEIGHT = 16;
const BESIDE_LABEL = 30;
/** An arrow against the ranks leaves and arrives this far below the others, so that both directions can be seen. */
const ASIDE = 12;
const SWEEPS = 12;

/** A box, or the lane that an arrow takes past the boxes of a rank that it only crosses. */
interface Slot {
  readonly rank: number;
  readonly height: number;
  readonly before: Slot[];
  readonly after: Slot[];
  /** Of its middle. */
  y: number;
}

/**
 * A layered drawing, left to right (after Sugiyama, Tagawa and Toda 1981): nodes in ranks; within a rank in the order
 * of their neighbours' mean; then each as near to its neighbours as that order allows. The gap before an
 * arrow's end is wide enough for a bend and, beside it, the arrow's label. Deterministic.
 */
export function layOut(nodes: number, arrows: readonly Arrow[]): Layout {
  const { ranks, against } = ranksOf(nodes, arrows);
  const boxes = ranks.map((rank): Slot => ({ rank, height: BOX.height, before: [], after: [], y: 0 }));
  const lanes: Slot[] = [];
  const chains = arrows.map(({ from, to }, i) => {
    const chain = against[i] ? chainBetween(boxes[to]!, boxes[from]!) : chainBetween(boxes[from]!, boxes[to]!);
    lanes.push(...chain.slice(1, -1));
    return chain;
  });
  const slots = [...boxes, ...lanes];
  const layers = Array.from({ length: Math.max(0, ...ranks) + 1 }, (_, rank) =>
    slots.filter((slot) => slot.rank === rank),
  );
  arrange(layers);
  const top = Math.min(...slots.map(({ y, height }) => y - height / 2));
  const lefts = leftEdges(layers.length, arrows, chains, against);
  return {
    width: lefts.at(-1)! + BOX.width,
    height: Math.max(...slots.map(({ y, height }) => y + height / 2)) - top,
    boxes: boxes.map(({ rank, y, height }) => ({ x: lefts[rank]!, y: y - height / 2 - top })),
    routes: chains.map((chain, i) => {
      const yOf = ({ y, height }: Slot) => y - top + (against[i] && height === BOX.height ? ASIDE : 0);
      const route = chain.slice(1).map((slot, k) => ({
        from: { x: lefts[chain[k]!.rank]! + BOX.width, y: yOf(chain[k]!) },
        to: { x: lefts[slot.rank]!, y: yOf(slot) },
      }));
      return against[i] ? route.toReversed().map(({ from, to }) => ({ from: to, to: from })) : route;
    }),
  };
}

/** From a box to one of a later rank, over a new lane in each rank between; empty from a box to itself. */
function chainBetween(first: Slot, last: Slot): Slot[] {
  if (first === last) return [];
  const lanes = Array.from(
    { length: last.rank - first.rank - 1 },
    (_, i): Slot => ({ rank: first.rank + 1 + i, height: LANE_HEIGHT, before: [], after: [], y: 0 }),
  );
  const chain = [first, ...lanes, last];
  chain.slice(1).forEach((slot, i) => {
    chain[i]!.after.push(slot);
    slot.before.push(chain[i]!);
  });
  return chain;
}

/** Sets every slot's `y`: ranks from left to right by what comes before, then back by what comes after, and so on. */
function arrange(layers: readonly Slot[][]): void {
  for (const layer of layers) settle(layer, (slot) => layer.indexOf(slot) * (BOX.height + ROW_GAP));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    // The later sweeps only move slots, towards both sides, and leave their order.
    const ordering = sweep < SWEEPS / 2;
    const toTheRight = sweep % 2 === 0;
    for (const layer of toTheRight ? layers : layers.toReversed()) {
      const wish = ({ before, after, y }: Slot) =>
        meanY(ordering ? (toTheRight ? before : after) : [...before, ...after]) ?? y;
      if (ordering) layer.sort((a, b) => wish(a) - wish(b));
      settle(layer, wish);
    }
  }
}

/**
 * Puts a rank's slots as near to their wishes as their order and their heights allow: least squares, by pooling
 * slots that would overlap (isotonic regression of the wishes, with the heights above taken off).
 */
function settle(layer: readonly Slot[], wish: (slot: Slot) => number): void {
  const pools: { readonly slots: readonly { slot: Slot; offset: number }[]; readonly sum: number }[] = [];
  const at = ({ sum, slots }: (typeof pools)[number]) => sum / slots.length;
  let offset = 0;
  layer.forEach((slot, i) => {
    if (i > 0) offset += (layer[i - 1]!.height + slot.height) / 2 + ROW_GAP;
    let pool = { slots: [{ slot, offset }], sum: wish(slot) - offset };
    for (let above = pools.at(-1); above !== undefined && at(above) > at(pool); above = pools.at(-1)) {
      pool = { slots: [...above.slots, ...pool.slots], sum: above.sum + pool.sum };
      pools.pop();
    }
    pools.push(pool);
  });
  for (const pool of pools) {
    for (const { slot, offset } of pool.slots) slot.y = at(pool) + offset;
  }
}

/** Where each rank begins. */
function leftEdges(
  ranks: number,
  arrows: readonly Arrow[],
  chains: readonly (readonly Slot[])[],
  against: readonly boolean[],
): number[] {
  const gaps = Array.from({ length: ranks }, () => BEND_WIDTH);
  chains.forEach((chain, i) => {
    const { labelWidth } = arrows[i]!;
    const leftOfLabel = against[i] ? chain[0] : chain.at(-2);
    if (leftOfLabel === undefined || labelWidth === 0) return;
    gaps[leftOfLabel.rank] = Math.max(gaps[leftOfLabel.rank]!, BEND_WIDTH + labelWidth + BESIDE_LABEL);
  });
  return gaps.map((_, rank) => gaps.slice(0, rank).reduce((left, gap) => left + BOX.width + gap, 0));
}

function meanY(slots: readonly Slot[]): number | null {
  return slots.length === 0 ? null : slots.reduce((sum, { y }) => sum + y, 0) / slots.length;
}
