import type { Transport } from '../drive/transport.js';

/** Counts the requests that were answered: services that none reached have nothing to send segments of. */
export function countingAnswers(transport: Transport): {
  readonly transport: Transport;
  readonly answered: () => number;
} {
  let answered = 0;
  return {
    answered: () => answered,
    transport: {
      close: () => transport.close(),
      send: async (request) => {
        const outcome = await transport.send(request);
        if (outcome.kind === 'answered') answered += 1;
        return outcome;
      },
    },
  };
}
