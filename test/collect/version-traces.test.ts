import { describe, expect, test } from 'vitest';
import { versionNamed } from '../../src/collect/collected.js';
import { profileFound } from '../../src/collect/profiles.js';
import { collectVersion, type VersionSearch } from '../../src/collect/version-traces.js';
import { parentIdOf, traceIdOf } from '../support/exchange-builder.js';
import { FakeTraceSource, type FakeTraceSourceScript, portsOf } from '../support/fake-trace-source.js';
import { EPOCH_MS, segmentDocument } from '../support/segment-builder.js';
import { VirtualClock } from '../support/virtual-clock.js';

const OURS = 'xray-gate/';
const KEY = 'otel.resource.service.version';

async function collectingVersion(
  found: NonNullable<FakeTraceSourceScript['found']>,
  overrides: Partial<VersionSearch> = {},
  holds: FakeTraceSourceScript['holds'] = (id) => [segmentDocument({ trace_id: id })],
  busy: FakeTraceSourceScript['busy'] = () => null,
) {
  const clock = new VirtualClock();
  const source = new FakeTraceSource(clock, { found, holds, busy });
  const search: VersionSearch = {
    annotation: 'version',
    version: '1.7.3',
    userAgentPrefix: OURS,
    group: null,
    sinceMs: EPOCH_MS - 1000,
    untilMs: EPOCH_MS,
    requests: new Map([['GET /', 50]]),
    traffic: 'own first',
    ...overrides,
  };
  const result = await clock.run(collectVersion(search, portsOf(clock, source), 60_000));
  return { result, source, filters: source.searches.map(({ filter }) => filter) };
}

const nothing = { traceIds: [], scanned: 10 };
const isOurs = (filter: string | null) => filter?.includes(OURS) === true;

describe('the traces of a version', () => {
  test("are those of the gate's own traffic, where there are any", async () => {
    const { result, source } = await collectingVersion(() => ({
      traceIds: [traceIdOf(1), traceIdOf(2)],
      scanned: 900,
    }));
    expect(source.searches).toMatchObject([
      {
        filter: 'annotation.version = "1.7.3" AND http.useragent BEGINSWITH "xray-gate/"',
        what: 'traces of version 1.7.3',
        sinceMs: EPOCH_MS - 1000,
        untilMs: EPOCH_MS,
        limit: 300,
      },
    ]);
    expect(result).toMatchObject({ found: 2, scanned: 900, own: true });
    expect([...result.collected.traces.keys()]).toEqual([traceIdOf(1), traceIdOf(2)]);
  });

  test.each([true, false])('tell whether the search for them ended early: %s', async (endedEarly) => {
    const { result } = await collectingVersion(() => ({ traceIds: [traceIdOf(1)], scanned: 900, endedEarly }));
    const { search } = result.collected.shortcomings;
    expect(search).toEqual(endedEarly ? { what: 'traces of version 1.7.3', found: 1 } : null);
  });

  test("are anybody's, where the gate never drove it", async () => {
    const { result, filters } = await collectingVersion(({ filter }) =>
      filter === 'annotation.version = "1.7.3"' ? { traceIds: [traceIdOf(3)], scanned: 800 } : nothing,
    );
    expect(filters).toEqual([
      'annotation.version = "1.7.3" AND http.useragent BEGINSWITH "xray-gate/"',
      null,
      'annotation.version = "1.7.3"',
    ]);
    expect(result).toMatchObject({ found: 1, scanned: 820, own: false });
  });

  test("are anybody's at once, where those of the other version are", async () => {
    const { result, filters } = await collectingVersion(() => ({ traceIds: [traceIdOf(3)], scanned: 800 }), {
      traffic: "anybody's",
    });
    expect(filters).toEqual(['annotation.version = "1.7.3"']);
    expect(result.own).toBe(false);
  });

  test('are looked for under a key with underscores, where that is what the newest traces have', async () => {
    const underscored = 'otel_resource_service_version';
    const annotations = new Map([[underscored, new Set(['1.7.2'])]]);
    const { result, filters } = await collectingVersion(
      ({ filter }) => {
        if (filter === null) return { traceIds: [traceIdOf(9)], annotations, scanned: 300 };
        return filter.includes(underscored) ? { traceIds: [traceIdOf(1)], scanned: 5 } : nothing;
      },
      { annotation: KEY },
      (id) => [segmentDocument({ trace_id: id, annotations: { [underscored]: '1.7.3' } })],
    );
    expect(filters[0]).toContain(`annotation[${KEY}] = "1.7.3" AND`);
    expect(filters.at(-1)).toContain(`annotation.${underscored} = "1.7.3" AND`);
    expect([...result.collected.traces.values()].map(({ told }) => told.version)).toEqual(['1.7.3']);
  });

  test('are looked for under the plain key of the gate’s own segments, whatever the newest traces have', async () => {
    const plain = 'otel_resource_service_version';
    const answered = ['1.7.3', '1.7.2', null];
    const { result } = await collectingVersion(
      ({ filter }) => {
        if (filter === null) return { traceIds: [], annotations: new Map([[KEY, new Set(['1.7.2'])]]), scanned: 300 };
        return filter.includes(plain) ? { traceIds: [0, 1, 2].map(traceIdOf), scanned: 5 } : nothing;
      },
      { annotation: KEY },
      (id) => {
        const version = answered[Number(id.slice(-1))];
        const annotations = { [plain]: '1.7.3', xray_gate_run: '0a1b2c3d', xray_gate_side: 'candidate' };
        return [
          segmentDocument({ trace_id: id, id: parentIdOf(1), name: 'xray-gate', annotations }),
          segmentDocument({
            trace_id: id,
            parent_id: parentIdOf(1),
            ...(version && { annotations: { [KEY]: version } }),
          }),
        ];
      },
    );
    // What the application itself says of the second goes before.
    expect([...result.collected.traces.values()].map(versionNamed)).toEqual(['1.7.3', '1.7.2', '1.7.3']);
  });

  test('are those of a group alone, however they are looked for', async () => {
    const { filters, source } = await collectingVersion(() => nothing, { group: 'checkout' });
    expect(filters.length).toBeGreaterThan(3);
    for (const filter of filters) expect(filter).toMatch(/^group\.name = "checkout"($| AND )/);
    for (const search of source.searches) expect(search.group).toBe('checkout');
  });

  test('are looked for under whichever key holds the version', async () => {
    const annotations = new Map([['git.sha', new Set(['1.7.3'])]]);
    const { result } = await collectingVersion(({ filter }) => {
      if (filter === null) return { traceIds: [], annotations, scanned: 300 };
      return filter.includes('annotation[git.sha]') ? { traceIds: [traceIdOf(1)], scanned: 5 } : nothing;
    });
    expect(result.found).toBe(1);
  });

  test('are those whose documents name it, where no annotation does', async () => {
    const versions = ['1.7.3', '1.7.2', '1.7.3'];
    const { result, filters } = await collectingVersion(
      ({ filter }) =>
        filter === 'http.useragent BEGINSWITH "xray-gate/"'
          ? { traceIds: [0, 1, 2].map(traceIdOf), scanned: 70 }
          : nothing,
      {},
      (id) => [segmentDocument({ trace_id: id, service: { version: versions[Number(id.slice(-1))] } })],
    );
    expect(isOurs(filters.at(-1) ?? null)).toBe(true);
    expect(result.found).toBe(2);
    expect([...result.collected.traces.keys()]).toEqual([traceIdOf(0), traceIdOf(2)]);
  });

  describe('that are known by their documents', () => {
    const all = Array.from({ length: 100 }, (_, i) => traceIdOf(i));
    const ofGate = ({ filter }: { readonly filter: string | null }) =>
      filter?.startsWith('http.useragent') === true ? { traceIds: all, scanned: 100 } : nothing;
    const indexOf = (id: string) => Number.parseInt(id.slice(11), 16);
    const reading = (count: number, version: (index: number) => string) =>
      collectingVersion(
        ofGate,
        {},
        (id) => [segmentDocument({ trace_id: id, service: { version: version(indexOf(id)) } })],
        (_, ids) => (ids.some((id) => indexOf(id) >= count) ? 'ThrottledException' : null),
      );

    test('lack all those that could not be read: any of them may be one', async () => {
      const { result } = await reading(40, (index) => (index % 2 === 0 ? '1.7.3' : '1.7.2'));
      expect(result).toMatchObject({ found: 80, unread: 0.6 });
      const { coverage } = profileFound(result.collected, result.found, '1.7.3');
      expect(coverage).toMatchObject({ sent: 80, traced: 20, complete: 20, otherVersion: 0 });
    });

    test('lack those whose root could not be read', async () => {
      const { result } = await collectingVersion(ofGate, {}, (id) => {
        const root = { service: { version: '1.7.3' } };
        return [segmentDocument({ trace_id: id, ...(indexOf(id) < 60 ? root : { inferred: true }) })];
      });
      const { coverage } = profileFound(result.collected, result.found, '1.7.3');
      expect(coverage).toMatchObject({ sent: 100, traced: 100, complete: 60 });
    });

    test('are none where none of what was read is one, with how much was not', async () => {
      const { result } = await reading(40, () => '1.7.2');
      expect(result).toMatchObject({ found: 0, unread: 0.6, otherVersions: ['1.7.2'] });
    });
  });

  test.each([
    { version: '17', value: 17, other: '17.5' },
    { version: 'true', value: true, other: 'false' },
  ])('are looked for as $value, without quotes, where annotations are written so', async ({ version, value }) => {
    const annotations = new Map([['version', new Set([value])]]);
    const { result, filters } = await collectingVersion(
      ({ filter }) => {
        if (filter === null) return { traceIds: [], annotations, scanned: 300 };
        return filter.startsWith(`annotation.version = ${value}`) ? { traceIds: [traceIdOf(1)], scanned: 5 } : nothing;
      },
      { version },
      (id) => [segmentDocument({ trace_id: id, annotations: { version: value } })],
    );
    expect(filters).toEqual([
      `annotation.version = "${version}" AND http.useragent BEGINSWITH "xray-gate/"`,
      null,
      `annotation.version = ${value} AND http.useragent BEGINSWITH "xray-gate/"`,
    ]);
    expect([...result.collected.traces.values()].map(versionNamed)).toEqual([version]);
  });

  test.each([
    ['1.10', 'is written otherwise as a number', new Set([1.1])],
    ['17', 'has only ever been text', new Set(['16'])],
  ])('are looked for as text alone where the version, %s, %s', async (version, _, values) => {
    const { filters } = await collectingVersion(
      ({ filter }) =>
        filter === null ? { traceIds: [], annotations: new Map([['version', values]]), scanned: 300 } : nothing,
      { version },
    );
    for (const filter of filters) expect(filter ?? '').not.toMatch(/= [\d.]+/);
  });

  test('are not looked for under a key that cannot be searched for, though it holds the version', async () => {
    const annotations = new Map([['http.request.header.x-app-version', new Set(['1.7.3'])]]);
    const { result } = await collectingVersion(
      ({ filter }) => {
        if (filter === null) return { traceIds: [], annotations, scanned: 300 };
        return filter.startsWith('http.useragent') ? { traceIds: [traceIdOf(1)], scanned: 5 } : nothing;
      },
      {},
      (id) => [segmentDocument({ trace_id: id, service: { version: '1.7.3' } })],
    );
    expect(result.found).toBe(1);
  });

  test('that are not there are told with the versions that are', async () => {
    const { result } = await collectingVersion(({ filter }) =>
      filter === null
        ? { traceIds: [], annotations: new Map([['version', new Set(['1.7.2', '1.7.1'])]]), scanned: 300 }
        : nothing,
    );
    expect(result).toMatchObject({ found: 0, otherVersions: ['1.7.1', '1.7.2'] });
  });

  const enough: {
    name: string;
    requests: VersionSearch['requests'];
    counts: [string, number][];
    scanned: number;
    is: boolean;
  }[] = [
    {
      name: 'as many of each as wanted',
      requests: new Map([
        ['a', 5],
        ['b', 2],
      ]),
      counts: [
        ['a', 5],
        ['b', 2],
      ],
      scanned: 1,
      is: true,
    },
    {
      name: 'too few of one',
      requests: new Map([
        ['a', 5],
        ['b', 2],
      ]),
      counts: [
        ['a', 9],
        ['b', 1],
      ],
      scanned: 1,
      is: false,
    },
    {
      name: 'too few of one that is hardly there, dearly',
      requests: new Map([
        ['a', 5],
        ['b', 2],
      ]),
      counts: [['a', 9]],
      scanned: 2e6,
      is: true,
    },
    {
      name: 'two hundred of each that is usual',
      requests: null,
      counts: [
        ['a', 900],
        ['b', 200],
        ['c', 3],
      ],
      scanned: 1,
      is: true,
    },
    {
      name: 'fewer',
      requests: null,
      counts: [
        ['a', 900],
        ['b', 199],
      ],
      scanned: 1,
      is: false,
    },
    { name: 'none', requests: null, counts: [], scanned: 1, is: false },
  ];
  test.each(enough)("of anybody's traffic: $name is enough: $is", async ({ requests, counts, scanned, is }) => {
    const { source } = await collectingVersion(() => ({ traceIds: [traceIdOf(1)], scanned: 1 }), {
      traffic: "anybody's",
      requests,
    });
    expect(source.searches[0]?.isEnough({ operations: new Map(counts), scanned })).toBe(is);
  });

  test('are fetched once each, at once: they are old', async () => {
    const { source } = await collectingVersion(() => ({ traceIds: [traceIdOf(1)], scanned: 1 }));
    expect(source.calls.map(({ elapsedMs }) => elapsedMs)).toEqual([0]);
  });

  test('may be none', async () => {
    const { result } = await collectingVersion(() => ({ traceIds: [], scanned: 5 }));
    expect(result).toMatchObject({ found: 0, scanned: 20, otherVersions: [], collected: { calls: 0 } });
  });
});
