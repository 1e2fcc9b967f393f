import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runFilter, type VersionSought, versionFilter, withinGroup } from '../../src/collect/trace-filter.js';
import { GateError } from '../../src/errors.js';

function aSearch(overrides: Partial<VersionSought> = {}): VersionSought {
  return { annotation: 'version', version: '1.7.3', userAgentPrefix: null, ...overrides };
}

test('the filter for a run that another engine drove finds its user agent, and refuses what is no id', () => {
  expect(runFilter('6b006c36a1b2c3d4')).toBe('http.useragent CONTAINS " run-6b006c36a1b2c3d4 "');
  expect(() => runFilter('1" OR "')).toThrow(GateError);
});

describe('a filter within a group', () => {
  const ARN = 'arn:aws:xray:eu-west-1:111122223333:group/checkout/ABC';

  test.each([
    ['its name', 'checkout', 'ok', 'group.name = "checkout" AND ok'],
    ['its ARN', ARN, 'ok', `group.arn = "${ARN}" AND ok`],
    ['any trace of it', 'checkout', null, 'group.name = "checkout"'],
    ['no group', null, 'ok', 'ok'],
    ['the group of every trace', 'Default', 'ok', 'ok'],
    ['the ARN of that', 'arn:aws:xray:eu-west-1:111122223333:group/Default', null, null],
  ])('by %s', (_, group, filter, within) => {
    expect(withinGroup(group, filter)).toBe(within);
  });

  test('is refused for a name that cannot be quoted', () => {
    expect(() => withinGroup('a" OR ok', 'ok')).toThrow('The group "a\\" OR ok" cannot be looked up in X-Ray.');
  });
});

describe('the filter for a version', () => {
  const filters: { name: string; search: Parameters<typeof aSearch>[0]; filter: string }[] = [
    { name: 'a plain key', search: {}, filter: 'annotation.version = "1.7.3"' },
    {
      name: 'a key with dots',
      search: { annotation: 'otel.resource.service.version' },
      filter: 'annotation[otel.resource.service.version] = "1.7.3"',
    },
    {
      name: 'a key with a colon',
      search: { annotation: 'aws:api_stage' },
      filter: 'annotation[aws:api_stage] = "1.7.3"',
    },
    {
      name: "only the gate's own traffic",
      search: { userAgentPrefix: 'xray-gate/' },
      filter: 'annotation.version = "1.7.3" AND http.useragent BEGINSWITH "xray-gate/"',
    },
    { name: 'a commit', search: { version: '3f9c1e7ab2' }, filter: 'annotation.version = "3f9c1e7ab2"' },
    {
      name: 'every sign that is safe',
      search: { version: 'release/1.0 rc_2:x@y%z+a#b=c&d-e' },
      filter: 'annotation.version = "release/1.0 rc_2:x@y%z+a#b=c&d-e"',
    },
  ];
  test.each(filters)('with $name', ({ search, filter }) => {
    expect(versionFilter(aSearch(search))).toBe(filter);
  });

  const hostile: { name: string; version: string }[] = [
    { name: 'a quote that ends the text', version: '1" OR responsetime > 0 OR annotation.version = "' },
    { name: 'a backslash', version: '1\\' },
    { name: 'a line break', version: '1\n2' },
    { name: 'a line break at the end', version: '1.7.3\n' },
    { name: 'a NUL', version: '1\u0000' },
    { name: 'brackets', version: '1}{' },
    { name: 'letters beyond ASCII', version: 'größer' },
    { name: 'nothing', version: '' },
    { name: 'more than 200 characters', version: '1'.repeat(201) },
  ];
  test.each(hostile)('is refused for a version with $name', ({ version }) => {
    expect(() => versionFilter(aSearch({ version }))).toThrow(GateError);
    expect(() => versionFilter(aSearch({ version }))).toThrow(JSON.stringify(version));
  });

  test.each(['a] = 1 OR annotation[b', 'a b', 'a"', '', 'a\n'])(
    'is refused for the annotation key %j',
    (annotation) => {
      expect(() => versionFilter(aSearch({ annotation }))).toThrow(GateError);
    },
  );

  test('is refused for a user agent that cannot be quoted', () => {
    expect(() => versionFilter(aSearch({ userAgentPrefix: 'gate"' }))).toThrow(GateError);
  });

  test('has two quotes for each value, whatever is asked for', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[\w.:" \\\]]*$/));
    fc.assert(
      fc.property(text, text, (version, annotation) => {
        try {
          expect(versionFilter(aSearch({ version, annotation }))).toMatch(
            /^annotation(\.\w+|\[[\w.:]+\]) = "[^"\\]+"$/,
          );
        } catch (error) {
          expect(error).toBeInstanceOf(GateError);
        }
      }),
    );
  });
});
