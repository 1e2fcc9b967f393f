import { REGION_PATTERN } from './aws-region.js';

/** X-Ray's own group, of every trace. */
export const DEFAULT_GROUP = 'Default';

/** Which signs names may have is undocumented: these need no escaping in a filter expression. */
const NAME_PATTERN = '[A-Za-z0-9_.:/@%+#=& -]{1,32}';
const NAME = new RegExp(`^${NAME_PATTERN}$`);
/** Groups have an id behind their names, but for X-Ray's own. */
const ARN = new RegExp(`^arn:aws[a-z-]*:xray:${REGION_PATTERN}:\\d{12}:group/${NAME_PATTERN}(/\\w{1,100})?$`);

/**
 * Whether a text has the form of an X-Ray group's name or ARN.
 * https://docs.aws.amazon.com/xray/latest/api/API_CreateGroup.html
 */
export function isGroup(text: string): boolean {
  return isGroupArn(text) || (NAME.test(text) && !text.startsWith('arn:'));
}

export function isGroupArn(text: string): boolean {
  return ARN.test(text);
}

/** Whether that is the group of every trace, which limits nothing. */
export function isDefaultGroup(group: string): boolean {
  return group === DEFAULT_GROUP || (isGroupArn(group) && group.endsWith(`:group/${DEFAULT_GROUP}`));
}
