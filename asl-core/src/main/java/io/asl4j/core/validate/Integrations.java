package io.asl4j.core.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The optimised service integrations of AWS: which actions a service has, and with which patterns.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">Integrating
 *     optimized services</a>
 */
final class Integrations {

  /**
   * One line a service: its name, then its actions; {@code +sync} and {@code +token} say which
   * patterns an action has besides.
   */
  private static final String TABLE =
      """
      apigateway invoke+token
      athena startQueryExecution+sync stopQueryExecution getQueryExecution getQueryResults
      batch submitJob+sync
      bedrock invokeModel+token createModelCustomizationJob+sync
      codebuild startBuild+sync stopBuild batchDeleteBuilds batchGetReports startBuildBatch+sync stopBuildBatch retryBuildBatch+sync deleteBuildBatch
      databrew startJobRun+sync
      dynamodb getItem putItem updateItem deleteItem
      ecs runTask+sync+token
      eks createCluster+sync deleteCluster+sync createNodegroup+sync deleteNodegroup+sync createFargateProfile+sync deleteFargateProfile+sync call runJob+sync+token
      elasticmapreduce createCluster+sync terminateCluster+sync addStep+sync cancelStep setClusterTerminationProtection modifyInstanceFleetByName modifyInstanceGroupByName
      emr-containers createVirtualCluster deleteVirtualCluster+sync startJobRun+sync
      emr-serverless createApplication+sync startApplication+sync stopApplication+sync deleteApplication+sync startJobRun+sync cancelJobRun+sync
      events putEvents+token
      glue startJobRun+sync
      http invoke
      lambda invoke+token
      mediaconvert createJob+sync
      sagemaker createEndpoint createEndpointConfig createHyperParameterTuningJob+sync createLabelingJob+sync createModel createProcessingJob+sync createTrainingJob+sync createTransformJob+sync updateEndpoint
      sns publish+token
      sqs sendMessage+token
      states startExecution+sync+sync:2+token
      """;

  private static final Map<String, Set<String>> ACTIONS = read();

  private Integrations() {}

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> actions = new HashMap<>();
    for (String line : TABLE.lines().toList()) {
      String[] words = line.strip().split(" ", -1);
      Set<String> ofService = new HashSet<>();
      for (int i = 1; i < words.length; i++) {
        String name = words[i].replaceAll("\\+.*", "");
        ofService.add(name);
        if (words[i].contains("+sync")) {
          ofService.add(name + ".sync");
        }
        if (words[i].contains("+sync:2")) {
          ofService.add(name + ".sync:2");
        }
        if (words[i].contains("+token")) {
          ofService.add(name + ".waitForTaskToken");
        }
      }
      actions.put(words[0], ofService);
    }
    return actions;
  }

  /**
   * The actions of a service, each with every pattern as its suffix; null if there is no such
   * optimised service.
   */
  static @Nullable Set<String> actionsOf(String service) {
    return ACTIONS.get(service);
  }

  /** All services that have an optimised integration. */
  static Set<String> services() {
    return ACTIONS.keySet();
  }
}
