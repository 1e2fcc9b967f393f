import * as sdk from '@aws-sdk/client-xray';
import { expect, test } from 'vitest';
import { clientOf, localXRay, post } from './harness.js';

const commands = Object.entries(sdk).filter(([name]) => /^[A-Z]\w+Command$/.test(name));

test('the SDK knows 38 operations', () => {
  expect(commands).toHaveLength(38);
});

test.each(commands)('%s is offered, under the path that the SDK asks for', async (_, Command) => {
  const client = clientOf(await localXRay());
  const command = new (Command as unknown as new (input: object) => sdk.GetGroupsCommand)({});
  const code = await client.send(command).then(
    () => 'answered',
    ({ name }) => name,
  );
  expect(['answered', 'InvalidRequestException']).toContain(code);
});

test('another operation is refused by name', async () => {
  const { apiUrl } = await localXRay();
  expect(await post(`${apiUrl}/GetDistinctTraceGraphs`, '{}')).toMatchObject({
    status: 404,
    body: {
      __type: 'UnknownOperationException',
      message: 'The local X-Ray does not offer the operation POST /GetDistinctTraceGraphs.',
    },
  });
});
