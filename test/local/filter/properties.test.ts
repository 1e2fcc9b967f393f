import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApiError } from '../../../src/local/api-error.js';
import { matchesTrace } from '../../../src/local/filter/evaluation.js';
import { parseFilter } from '../../../src/local/filter/parser.js';
import { merged } from '../stored.js';
import { expressions, writings } from './arbitraries.js';
import { documentsOf, modelTrace } from './model.js';
import { naive } from './naive.js';
import { print } from './printer.js';

const groupNamed = (name: string) => parseFilter(name, null);
const read = (text: string) => parseFilter(text, groupNamed);

test('an expression that is written and read again is the same', () => {
  fc.assert(
    fc.property(expressions(), writings, (expression, writing) => {
      expect(read(print(expression, writing))).toEqual(expression);
    }),
    { numRuns: 1000 },
  );
});

test('a trace matches exactly when the guide says so, whichever way the expression is written', () => {
  fc.assert(
    fc.property(
      modelTrace,
      fc.array(expressions(), { minLength: 20, maxLength: 20 }),
      writings,
      (model, asked, writing) => {
        const trace = merged(documentsOf(model));
        for (const expression of asked) {
          const text = print(expression, writing);
          expect([text, matchesTrace(read(text), trace)]).toEqual([text, naive(expression, model)]);
          expect([text, matchesTrace(read(text), trace, 'ignored')]).toEqual([text, naive(expression, model, true)]);
        }
      },
    ),
    { numRuns: 300 },
  );
});

const PIECES =
  'ok,fault,service,edge,id,rootcause.fault.entity,rootcause.json,json,group.name,annotation,annotation.k,annotation[,source.,' +
  'name,type,http.url,duration,coverage,and,or,not,!,=,!=,<,>=,contains,(,),{,},[,],#,#[,{"Services":[]},"x","\\",:,\',5,-,1e9,.,true';
const scraps = fc
  .array(fc.oneof(fc.constantFrom(...PIECES.split(',')), fc.constant(','), fc.string({ unit: 'binary' })), {
    maxLength: 30,
  })
  .chain((pieces) => fc.constantFrom(pieces.join(''), pieces.join(' ')));

test('no text makes the parser fail otherwise than by saying what is wrong, and where', () => {
  fc.assert(
    fc.property(fc.oneof(scraps, fc.string({ unit: 'binary' })), (text) => {
      try {
        parseFilter(text);
      } catch (error) {
        expect(error).toBeInstanceOf(ApiError);
        expect(error).toMatchObject({
          code: 'InvalidRequestException',
          message: expect.stringMatching(/^Invalid filter expression at character [1-9]\d*: .+\.$/su),
        });
      }
    }),
    { numRuns: 5000 },
  );
});
