import { describe, expect, test } from 'vitest';
import { EPOCH_S, segment, shopTrace, traceId } from './documents.js';
import { datagramOf, localXRay, sendDatagrams } from './harness.js';
import { boto3, usable } from './installed-client.js';

const isHere = usable('python3', '-c', 'import boto3');
const SLOW = { timeout: 120_000 };

describe.skipIf(!isHere)(isHere ? 'boto3' : 'boto3 (skipped: it is not on this machine)', () => {
  test('pages through summaries, gets the traces, and names errors', SLOW, async () => {
    const xray = await localXRay({ pageSize: 10 });
    const ids = Array.from({ length: 35 }, (_, number) => traceId(number + 1));
    await sendDatagrams(
      xray,
      ids.map((trace_id) => datagramOf(segment(1, { trace_id, name: 'inventory' }))),
    );
    const script = `
window = dict(StartTime=int(args[0]), EndTime=int(args[0]) + 60)
pages = list(client.get_paginator('get_trace_summaries').paginate(FilterExpression='service("inventory")', **window))
ids = [each['Id'] for page in pages for each in page['TraceSummaries']]
traces = client.batch_get_traces(TraceIds=ids[:5])
answer = {
    'pages': [len(page['TraceSummaries']) for page in pages],
    'ids': sorted(ids),
    'traces': len(traces['Traces']),
    'unprocessed': client.batch_get_traces(TraceIds=[args[1]])['UnprocessedTraceIds'],
    'sixth': code_of(client.batch_get_traces, TraceIds=ids[:6]),
    'filter': code_of(client.get_trace_summaries, FilterExpression='colour = "red"', **window),
    'hours': code_of(client.get_service_graph, StartTime=0, EndTime=7 * 3600),
}`;
    expect(await boto3(xray, script, `${EPOCH_S}`, traceId(99))).toEqual({
      pages: [10, 10, 10, 5],
      ids,
      traces: 5,
      unprocessed: [traceId(99)],
      sixth: 'InvalidRequestException',
      filter: 'InvalidRequestException',
      hours: 'InvalidRequestException',
    });
  });

  test('keeps sampling rules', SLOW, async () => {
    const xray = await localXRay({ pageSize: 2 });
    const script = `
anything = dict.fromkeys(['ResourceARN', 'ServiceName', 'ServiceType', 'Host', 'HTTPMethod', 'URLPath'], '*')
rule = dict(anything, Priority=1, FixedRate=0.5, ReservoirSize=3, Version=1)
for name in ['a', 'b', 'c']:
    client.create_sampling_rule(SamplingRule=dict(rule, RuleName=name))
changed = client.update_sampling_rule(SamplingRuleUpdate=dict(RuleName='b', ReservoirSize=9))['SamplingRuleRecord']
report = dict(RuleName='b', ClientID='0' * 24, Timestamp=int(args[0]), RequestCount=2, SampledCount=1)
targets = client.get_sampling_targets(SamplingStatisticsDocuments=[report])
client.delete_sampling_rule(RuleName='c')
records = client.get_paginator('get_sampling_rules').paginate().build_full_result()['SamplingRuleRecords']
answer = {
    'rules': [[each['SamplingRule']['RuleName'], each['SamplingRule']['ReservoirSize']] for each in records],
    'quota': targets['SamplingTargetDocuments'][0]['ReservoirQuota'],
    'modified': changed['ModifiedAt'] <= targets['LastRuleModification'],
    'statistics': client.get_sampling_statistic_summaries()['SamplingStatisticSummaries'][0]['RequestCount'],
    'again': code_of(client.create_sampling_rule, SamplingRule=dict(rule, RuleName='a')),
}`;
    expect(await boto3(xray, script, `${EPOCH_S}`)).toEqual({
      rules: [
        ['Default', 1],
        ['a', 3],
        ['b', 9],
      ],
      quota: 9,
      modified: true,
      statistics: 2,
      again: 'InvalidRequestException',
    });
  });

  test('keeps groups, and reads the graph and the statistics of one', SLOW, async () => {
    const xray = await localXRay({ pageSize: 2 });
    const script = `
window = dict(StartTime=int(args[0]), EndTime=int(args[0]) + 60)
for name in ['one', 'two']:
    client.create_group(GroupName=name)
arn = client.create_group(GroupName='failed', FilterExpression='fault')['Group']['GroupARN']
client.put_trace_segments(TraceSegmentDocuments=args[1:])
client.tag_resource(ResourceARN=arn, Tags=[dict(Key='Stage', Value='test')])
graph = client.get_service_graph(GroupName='failed', **window)
series = client.get_time_series_service_statistics(GroupARN=arn, EntitySelectorExpression='service("api")', **window)
groups = client.get_paginator('get_groups').paginate().build_full_result()['Groups']
answer = {
    'groups': [each['GroupName'] for each in groups],
    'old': graph['ContainsOldGroupVersions'],
    'graph': graph['Services'][0]['SummaryStatistics']['TotalCount'],
    'series': [each['ServiceSummaryStatistics']['TotalCount'] for each in series['TimeSeriesServiceStatistics']],
    'tags': client.list_tags_for_resource(ResourceARN=arn)['Tags'],
    'reserved': code_of(client.create_group, GroupName='Default'),
    'deleted': client.delete_group(GroupName='failed')['ResponseMetadata']['HTTPStatusCode'],
    'gone': code_of(client.list_tags_for_resource, ResourceARN=arn),
}`;
    const documents = [segment(1), segment(2, { trace_id: traceId(2), fault: true })];
    const texts = documents.map((document) => JSON.stringify(document));
    expect(await boto3(xray, script, `${EPOCH_S}`, ...texts)).toEqual({
      groups: ['Default', 'one', 'two', 'failed'],
      old: false,
      graph: 1,
      series: [1],
      tags: [{ Key: 'Stage', Value: 'test' }],
      reserved: 'InvalidRequestException',
      deleted: 200,
      gone: 'ResourceNotFoundException',
    });
  });

  test('retrieves traces with Transaction Search', SLOW, async () => {
    const xray = await localXRay();
    const script = `
window = dict(StartTime=int(args[0]), EndTime=int(args[0]) + 60)
chosen = client.update_trace_segment_destination(Destination='CloudWatchLogs')
client.update_indexing_rule(Name='Default', Rule=dict(Probabilistic=dict(DesiredSamplingPercentage=0)))
client.put_trace_segments(TraceSegmentDocuments=args[2:])
token = client.start_trace_retrieval(TraceIds=[args[1]], **window)['RetrievalToken']
looks = [client.list_retrieved_traces(RetrievalToken=token, TraceFormat='OTEL') for _ in range(3)]
answer = {
    'destination': [chosen['Destination'], chosen['Status']],
    'rule': client.get_indexing_rules()['IndexingRules'][0]['Rule']['Probabilistic'],
    'indexed': client.batch_get_traces(TraceIds=[args[1]])['Traces'],
    'states': [look['RetrievalStatus'] for look in looks],
    'spans': [json.loads(span['Document'])['kind'] for span in looks[2]['Traces'][0]['Spans']],
    'graph': [each['Service']['Name'] for each in client.get_retrieved_traces_graph(RetrievalToken=token)['Services']],
    'cancelled': client.cancel_trace_retrieval(RetrievalToken=token)['ResponseMetadata']['HTTPStatusCode'],
    'other': code_of(client.list_retrieved_traces, RetrievalToken='other'),
}`;
    const texts = shopTrace().map((document) => JSON.stringify(document));
    expect(await boto3(xray, script, `${EPOCH_S}`, traceId(1), ...texts)).toEqual({
      destination: ['CloudWatchLogs', 'ACTIVE'],
      rule: { DesiredSamplingPercentage: 0, ActualSamplingPercentage: 0 },
      indexed: [],
      states: ['SCHEDULED', 'RUNNING', 'COMPLETE'],
      spans: ['SERVER', 'CLIENT', 'SERVER', 'CLIENT'],
      graph: ['api', 'api', 'inventory', 'stock'],
      cancelled: 200,
      other: 'ResourceNotFoundException',
    });
  });
});
