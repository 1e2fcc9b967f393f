import type { Finding } from './gate-result.js';
import { blamedBy } from './slow-builds.js';

/** Something that build v2-bad does worse, and how a finding names it. */
export interface PlantedFault {
  readonly name: string;
  readonly namedBy: (finding: Finding) => boolean;
}

export const PLANTED_FAULTS: readonly PlantedFault[] = [
  {
    name: 'order-lines is queried without its index and takes about 30 % longer',
    namedBy: (finding) => blamedBy(finding) === 'dependency',
  },
  {
    name: 'stock is read once for each line of an order (N+1)',
    namedBy: (finding) => finding.metric === 'calls' && finding.edge?.to === 'stock',
  },
  {
    name: '6 % of the orders fault',
    namedBy: ({ metric, node, edge }) =>
      metric === 'faults' && (node === 'order-processor' || edge?.to === 'order-processor'),
  },
  {
    name: 'a new service is called: fraud-check',
    namedBy: (finding) => finding.metric === 'edge' && finding.edge?.to === 'fraud-check',
  },
];

/** Whoever asks for an order waits for its table, for the stock and for the new service, and sees its faults. */
export function followsFromPlanted(finding: Finding): boolean {
  const { metric, operation, node, edge } = finding;
  if (blamedBy(finding) === 'operation') return true;
  if (operation !== 'POST /orders' || edge !== null) return false;
  // An order that faults does so again when it is sent again by itself.
  return metric === 'replay' ? node === null || node === 'order-processor' : metric === 'faults' && node === null;
}
