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
    namedBy: (finding) => finding.metric === 'faults',
  },
  {
    name: 'a new service is called: fraud-check',
    namedBy: (finding) => finding.metric === 'edge' && finding.edge?.to === 'fraud-check',
  },
];
