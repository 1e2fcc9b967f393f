import { describe, expect, test } from 'vitest';
import { parseFilter } from '../../../src/local/filter/parser.js';

describe('an expression that is refused', () => {
  test.each([
    ['an unknown keyword', 'ok AND colour = "red"', 'character 8: unknown keyword "colour"'],
    ['a keyword that objects inherit', 'constructor', 'unknown keyword "constructor"'],
    ['a trace id, which X-Ray has no keyword for', 'traceid = "1-2-3"', 'unknown keyword "traceid"'],
    ['a keyword of root causes outside', 'last', '"last" stands only in rootcause.*.service { }'],
    ['a keyword of root causes in a service', 'service { coverage > 1 }', 'only in rootcause.responsetime.entity { }'],
    ['coverage of a fault', 'rootcause.fault.entity { coverage > 1 }', '"coverage" stands only in rootcause.resp'],
    ['a message of an entity', 'rootcause.fault.entity { message = "x" }', 'only in rootcause.*.exception { }'],
    [
      'a type of an exception',
      'rootcause.fault.exception { type = "x" }',
      'only in service { }, in rootcause.*.service',
    ],
    [
      'a flag of requests in a root cause',
      'rootcause.fault.service { fault }',
      'only outside braces, in service { }, in',
    ],
    ['exceptions of response time', 'rootcause.responsetime.exception', 'unknown keyword "rootcause.responsetime.exc'],
    ['a root cause of nothing', 'rootcause.throttle.service', 'unknown keyword "rootcause.throttle.service"'],
    ['a root outside', 'root', '"root" stands only in service { }'],
    ['a service name at the level of the trace', 'name = "api"', '"name" stands only in service { }'],
    ['an end of an edge outside', 'source.annotation.x', '"source.annotation.x" stands only in edge { }'],
    ['an end of an edge in a service', 'service { destination.annotation[x] }', 'stands only in edge { }'],
    [
      'an annotation of a root cause',
      'rootcause.error.service { annotation.x }',
      'only outside braces, in service { }',
    ],
    ['a service in a service', 'service { service("x") }', 'character 11: "service" stands only outside braces'],
    ['a group in a service', 'service { group.name = "x" }', '"group.name" stands only outside braces'],
    ['a group that is not there', 'ok group.name = "slow"', 'character 17: there is no group "slow"'],
    ['a group without a name', 'group.name', '"group.name" must be compared by = or !='],
    ['a group searched for', 'group.name CONTAINS "s"', '"group.name" must be compared by = or !='],
    ['an annotation key with dots', 'annotation.a.b = "x"', 'write annotation[a.b]'],
    ['an annotation without key', 'annotation = "x"', 'expected a key in square brackets, found ='],
    ['an empty annotation key', 'annotation[] = 1', 'an annotation without a key'],
    ['an annotation key in quotation marks', 'annotation["x"] = 1', 'stands without quotation marks'],
    ['a key that does not close', 'annotation[x = 1', 'character 11: a square bracket that does not close'],
    ['text that does not end', 'http.url = "x', 'character 12: text without an end'],
    ['text in single quotes', "http.url = 'x'", "unexpected '"],
    ['a number for text', 'http.url = 5', 'text in double quotes, found 5'],
    ['null for text', 'http.url != null', 'text in double quotes, found null'],
    ['a word of the language for text', 'http.url = AND ok', 'character 12: "http.url" must be compared with text'],
    ['a word for the text of an annotation', 'annotation.x = maybe', 'cannot be compared by = with maybe'],
    ['text for a number', 'duration > "5"', 'must be compared with a number, found 5'],
    ['a number keyword alone', 'duration', 'character 9: "duration" must be compared with a number by = != <'],
    ['a number searched for', 'duration CONTAINS "5"', '"duration" must be compared with a number by'],
    ['a number with a unit', 'duration > 5s', 'unexpected 5'],
    ['an annotation ordered by text', 'annotation.x < "5"', 'annotation "x" cannot be compared by < with 5'],
    ['an annotation ordered by a flag', 'annotation.x < true', 'annotation "x" cannot be compared by < with true'],
    ['an annotation searched for a number', 'annotation.x CONTAINS 5', 'cannot be compared by contains with 5'],
    ['a flag compared with a number', 'ok = 1', 'expected true or false, found 1'],
    ['a flag compared with a word', 'ok = maybe', 'expected true or false, found maybe'],
    ['a parenthesis left open', '(ok', 'expected ")", found the end'],
    ['a parenthesis too many', 'ok)', 'expected the end, found )'],
    ['a brace left open', 'service("x") { ok', 'character 18: expected "}", found the end'],
    ['empty braces', 'service("x") { }', 'expected a keyword, found }'],
    ['AND without a second term', 'ok AND', 'expected a keyword, found the end'],
    ['OR without a first term', 'OR ok', 'unknown keyword "OR"'],
    ['NOT of nothing', 'ok AND NOT', 'expected a keyword, found the end'],
    ['an empty pair of parentheses', '()', 'expected a keyword, found )'],
    ['an edge with one end', 'edge("a")', 'expected ",", found )'],
    ['an id of something else', 'service(id(colour:"red"))', 'id() has name, type and account.id, not "colour"'],
    ['an id of nothing', 'service(id())', 'expected a keyword, found )'],
    ['JSON that is none', 'rootcause.json = #[{"Services": }]', 'character 18: no JSON behind #'],
    ['JSON that does not close', 'rootcause.json = #[{ "x": "]" }', 'expected a JSON array that closes behind #'],
    ['JSON without #', 'rootcause.json = [{ }]', 'expected a JSON array behind #'],
    ['JSON that is no list of objects', 'rootcause.json = #[1]', 'expected one or more root causes'],
    ['JSON without a root cause', 'rootcause.json = #[]', 'expected one or more root causes'],
    ['JSON that is only asked for', 'rootcause.json', '"rootcause.json" must be compared by = or !='],
    ['JSON without end', `rootcause.json = #${'['.repeat(9000)}${']'.repeat(9000)}`, 'more than 20 levels deep'],
    ['nesting without end', '('.repeat(10_000), 'nested more than 50 levels deep'],
    ['negation without end', '!'.repeat(10_000), 'nested more than 50 levels deep'],
    ['a # on its own', 'ok # fault', 'character 4: expected a JSON array that closes behind #'],
  ])('%s', (_, expression, message) => {
    expect(() => parseFilter(expression)).toThrowError(
      expect.objectContaining({ code: 'InvalidRequestException', message: expect.stringContaining(message) }),
    );
  });
});

test('a million digits are refused as fast as any other text', () => {
  expect(() => parseFilter(`duration > ${'1'.repeat(1_000_000)}s`)).toThrowError('unexpected 1');
});

describe('groups', () => {
  const slow = parseFilter('responsetime > 3', null);
  const groupNamed = (nameOrArn: string) => (nameOrArn === 'slow' || nameOrArn === 'arn:slow' ? slow : null);

  test('stand for their filters, found by name or by ARN', () => {
    expect(parseFilter('group.name = "slow"', groupNamed)).toEqual({
      kind: 'group',
      by: 'name',
      value: 'slow',
      filter: slow,
    });
    expect(parseFilter('Group.ARN != "arn:slow"', groupNamed)).toEqual({
      kind: 'not',
      of: { kind: 'group', by: 'arn', value: 'arn:slow', filter: slow },
    });
  });

  test('have names with case', () => {
    expect(() => parseFilter('group.name = "Slow"', groupNamed)).toThrowError('there is no group "Slow"');
  });

  test('include one of every trace, which has a name and no filter', () => {
    expect(parseFilter('group.name = "Default"', groupNamed)).toEqual({
      kind: 'group',
      by: 'name',
      value: 'Default',
      filter: null,
    });
    expect(() => parseFilter('group.arn = "Default"', groupNamed)).toThrowError('there is no group "Default"');
  });

  test('cannot name one another', () => {
    expect(() => parseFilter('ok OR group.name = "Default"', null)).toThrowError(
      'character 7: the filter of a group cannot name a group',
    );
  });
});
