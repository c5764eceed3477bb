import { type AcceptedValues, atLeast, oneOf, optional, whole } from "./accepted";

const AGGREGATION = oneOf("Average", "Count", "Minimum", "Maximum", "Total");
const DIMENSION_OPERATOR = oneOf("Include", "Exclude", "StartsWith");

export const MONITOR_METRIC_ALERT: AcceptedValues = {
  "application_insights_web_test_location_availability_criteria.failed_location_count": whole(1),
  "criteria.aggregation": AGGREGATION,
  "criteria.dimension.operator": DIMENSION_OPERATOR,
  "criteria.operator": oneOf("Equals", "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual"),
  "dynamic_criteria.aggregation": AGGREGATION,
  "dynamic_criteria.alert_sensitivity": oneOf("Low", "Medium", "High"),
  "dynamic_criteria.dimension.operator": DIMENSION_OPERATOR,
  "dynamic_criteria.evaluation_failure_count": whole(1),
  "dynamic_criteria.evaluation_total_count": whole(1),
  "dynamic_criteria.operator": oneOf("LessThan", "GreaterThan", "GreaterOrLessThan"),
  frequency: oneOf("PT1M", "PT5M", "PT15M", "PT30M", "PT1H"),
  severity: whole(0, 4),
  window_size: oneOf("PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "PT12H", "P1D"),
};

export const MONITOR_DIAGNOSTIC_SETTING: AcceptedValues = {
  "enabled_log.retention_policy.days": whole(0),
  log_analytics_destination_type: optional(oneOf("Dedicated", "AzureDiagnostics")),
  "metric.retention_policy.days": whole(0),
};

const PORT = whole(1, 65535);

export const NETWORK_CONNECTION_MONITOR: AcceptedValues = {
  "endpoint.coverage_level": optional(oneOf("AboveAverage", "Average", "BelowAverage", "Default", "Full", "Low")),
  "endpoint.filter.item.type": oneOf("AgentAddress"),
  "endpoint.filter.type": oneOf("Include"),
  "endpoint.target_resource_type": optional(
    oneOf(
      "AzureArcVM",
      "AzureSubnet",
      "AzureVM",
      "AzureVNet",
      "ExternalAddress",
      "MMAWorkspaceMachine",
      "MMAWorkspaceNetwork",
    ),
  ),
  "test_configuration.http_configuration.method": oneOf("Get", "Post"),
  "test_configuration.http_configuration.port": optional(PORT),
  "test_configuration.preferred_ip_version": optional(oneOf("IPv4", "IPv6")),
  "test_configuration.protocol": oneOf("Tcp", "Http", "Icmp"),
  "test_configuration.success_threshold.checks_failed_percent": whole(0, 100),
  "test_configuration.success_threshold.round_trip_time_ms": atLeast(0),
  "test_configuration.tcp_configuration.destination_port_behavior": optional(oneOf("None", "ListenIfAvailable")),
  "test_configuration.tcp_configuration.port": PORT,
  "test_configuration.test_frequency_in_seconds": whole(30, 1800),
};
