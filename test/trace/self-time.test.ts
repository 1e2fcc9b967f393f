import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selfTimeMs } from '../../src/trace/self-time.js';
import { markedIn, traceDrawn } from '../support/drawing.js';
import { aSegment, aSubsegment } from '../support/segment-builder.js';

describe('self time', () => {
  const drawings: { name: string; drawing: string }[] = [
    {
      name: 'without children is all of it',
      drawing: `
        Root  |--------|
        self  ##########
      `,
    },
    {
      name: 'leaves a child out',
      drawing: `
        Root  |--------|
          a      |--|
        self  ###    ###
      `,
    },
    {
      name: 'counts children that overlap once',
      drawing: `
        Root  |------------------|
          a     |-----|
          b        |-----|
          c                |--|
        self  ##         ##    ##
      `,
    },
    {
      name: 'counts a child within another once',
      drawing: `
        Root  |--------|
          a     |----|
          b       |-|
        self  ##      ##
      `,
    },
    {
      name: 'has no gap between children that touch',
      drawing: `
        Root  |----------|
          a     |--|
          b         |--|
        self  ##        ##
      `,
    },
    {
      name: 'is not taken away by what starts after the end',
      drawing: `
        Root  |------|
          a     |--|
          b           |----|
        self  ##    ##
      `,
    },
    {
      name: 'loses only what a child has within it',
      drawing: `
        Root     |------|
          a    |--|
          b            |----|
        self       ####
      `,
    },
    {
      name: 'ends where a child that is still in progress begins',
      drawing: `
        Root  |--------|
          a       |>
        self  ####
      `,
    },
    {
      name: 'is nothing where a child covers it',
      drawing: `
        Root    |------|
          a    |--------|
        self
      `,
    },
  ];
  test.each(drawings)('$name', ({ drawing }) => {
    const [root] = traceDrawn(drawing).segments;
    expect(selfTimeMs(root!, root!.subsegments)).toBe(markedIn(drawing, 'self').replaceAll(' ', '').length);
  });

  test('of an entity in progress is nothing', () => {
    expect(selfTimeMs(aSegment({ endMs: null }), [])).toBe(0);
  });

  test('is never negative, and never more than the entity', () => {
    const time = fc.integer({ min: -20, max: 120 });
    const child = fc.tuple(time, fc.option(time)).map(([startMs, endMs]) => aSubsegment({ startMs, endMs }));
    fc.assert(
      fc.property(fc.array(child), (children) => {
        const self = selfTimeMs(aSegment(), children);
        const free = Array.from({ length: 100 }, (_, ms) => ms).filter(
          (ms) => !children.some(({ startMs, endMs }) => startMs <= ms && (endMs ?? 100) > ms),
        );
        expect(self).toBe(free.length);
      }),
    );
  });
});
