import { describe, expect, test } from 'vitest';
import { documentOf } from './spans.js';

/** The cases are those of the tests of the collector's X-Ray exporter (internal/translator), where it has them. */

describe('aws', () => {
  test.each([
    ['aws_ec2', {}, 'AWS::EC2::Instance'],
    ['aws_ecs', {}, 'AWS::ECS::Container'],
    ['aws_ecs', { 'aws.ecs.launchtype': 'ec2' }, 'AWS::ECS::EC2'],
    ['aws_ecs', { 'aws.ecs.launchtype': 'fargate' }, 'AWS::ECS::Fargate'],
    ['aws_eks', {}, 'AWS::EKS::Container'],
    ['aws_elastic_beanstalk', {}, 'AWS::ElasticBeanstalk::Environment'],
    ['aws_app_runner', {}, 'AWS::AppRunner::Service'],
    ['gcp_compute_engine', {}, undefined],
  ])('a resource on %s %o has the origin %s', (platform, more, origin) => {
    const resource = { 'cloud.provider': 'aws', 'cloud.platform': platform, 'k8s.cluster.name': 'c', ...more };
    expect(documentOf({ kind: 'server' }, { resource }).origin).toBe(origin);
  });

  test('another cloud has neither', () => {
    const document = documentOf(
      {},
      { resource: { 'cloud.provider': 'gcp', 'cloud.platform': 'aws_ec2', 'host.id': 'i-1' } },
    );
    expect(document).not.toHaveProperty('origin');
    expect(document).not.toHaveProperty('aws');
  });

  test('the host, the container and the cluster', () => {
    const resource = {
      'cloud.platform': 'aws_ecs',
      'cloud.availability_zone': 'us-east-1c',
      'host.id': 'i-00f7c0bcb26da2a99',
      'host.type': 'm5.xlarge',
      'host.image.id': 'ami-0123456789',
      'container.name': 'signup',
      'container.id': '0123456789A',
      'aws.ecs.task.family': 'family',
      'aws.ecs.launchtype': 'fargate',
      'k8s.cluster.name': 'production',
      'k8s.pod.name': 'pod',
    };
    expect(documentOf({}, { resource }).aws).toEqual({
      ec2: {
        instance_id: 'i-00f7c0bcb26da2a99',
        availability_zone: 'us-east-1c',
        instance_size: 'm5.xlarge',
        ami_id: 'ami-0123456789',
      },
      ecs: {
        container: 'signup',
        container_id: '0123456789A',
        availability_zone: 'us-east-1c',
        task_family: 'family',
        launch_type: 'fargate',
      },
      eks: { cluster_name: 'production', pod: 'pod', container_id: '0123456789A' },
      xray: { auto_instrumentation: false },
    });
  });

  test('a Beanstalk deployment, the SDK and the log groups', () => {
    const resource = {
      'cloud.platform': 'aws_elastic_beanstalk',
      'service.namespace': 'production',
      'service.instance.id': '232',
      'service.version': '4',
      'telemetry.sdk.name': 'opentelemetry',
      'telemetry.sdk.language': 'java',
      'telemetry.sdk.version': '1.2.3',
      'telemetry.distro.version': '3.4.5',
      'aws.log.group.names': 'group1&group2',
    };
    const { aws } = documentOf({}, { resource });
    expect(aws.elastic_beanstalk).toEqual({ environment_name: 'production', version_label: '4', deployment_id: 232 });
    expect(aws.xray).toEqual({ sdk: 'opentelemetry for java', sdk_version: '1.2.3', auto_instrumentation: true });
    expect(aws.cloudwatch_logs).toEqual([{ log_group: 'group1' }, { log_group: 'group2' }]);
    const arn = 'arn:aws:logs:us-east-1:123456789123:log-group:group2:*';
    expect(documentOf({}, { resource: { ...resource, 'aws.log.group.arns': [arn] } }).aws.cloudwatch_logs).toEqual([
      { log_group: 'group2', arn },
    ]);
  });

  test.each([
    [
      'the operation of a call before the method',
      { 'aws.operation': 'PutItem', 'rpc.method': 'x' },
      { operation: 'PutItem' },
    ],
    ['the method of a call', { 'rpc.method': 'ListBuckets' }, { operation: 'ListBuckets' }],
    [
      'another account and region',
      { 'aws.account_id': '987', 'aws.region': 'us-east-2' },
      { account_id: '987', region: 'us-east-2' },
    ],
    ['a request', { 'aws.requestId': '12345-request' }, { request_id: '12345-request' }],
    ['a queue', { 'aws.queue.url': 'https://sqs/q' }, { queue_url: 'https://sqs/q' }],
    ['a queue of the conventions', { 'messaging.url': 'https://sqs/q' }, { queue_url: 'https://sqs/q' }],
    ['a table', { 'aws.table.name': 'MyTable' }, { table_name: 'MyTable' }],
    ['a table of the conventions', { 'aws.dynamodb.table_names': ['MyTable'] }, { table_name: 'MyTable' }],
    ['several tables', { 'aws.dynamodb.table_names': ['a', 'b'] }, { table_names: ['a', 'b'] }],
  ])('%s', (_, attributes, expected) => {
    const { aws } = documentOf({ attributes }, { resource: {} });
    expect(aws).toEqual({ xray: { auto_instrumentation: false }, ...expected });
  });
});
