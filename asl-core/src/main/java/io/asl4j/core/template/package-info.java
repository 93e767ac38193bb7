/**
 * Definitions inside the files of deployment tools: SAM, CloudFormation, CDK, the Serverless
 * Framework, Terraform plans.
 */
@NullMarked
package io.asl4j.core.template;

import org.jspecify.annotations.NullMarked;
