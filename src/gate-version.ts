import packageJson from '../package.json' with { type: 'json' };

/** The gate's own version, for reports and the user agent. */
export const GATE_VERSION: string = packageJson.version;
