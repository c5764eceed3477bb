import { BY_AZURE, LABEL, PLACE, type TypeLedger, WATCHING } from "./attributes";

const FILTERS = "it lets packets through or drops them, and sends none another way";
const ALERTS = "who hears of it, and when";
const WEB = "it watches web pages";

export const FIREWALL_AND_MONITORS: Readonly<Record<string, TypeLedger>> = {
  azurerm_firewall: {
    resource: {
      read: {
        firewall_policy_id: "rule secured-hub-lets-tunnels-pass",
        id: "who it is",
        name: "rule value-accepted",
        sku_name: "Firewall.skuName",
        sku_tier: "rule value-accepted",
        threat_intel_mode: "rule value-accepted",
        "virtual_hub.public_ip_count": "rule value-accepted",
        virtual_hub: "Firewall.hub",
      },
      withoutEffect: [
        [LABEL, "tags"],
        [PLACE, "location", "resource_group_name", "zones"],
        [BY_AZURE, "virtual_hub.private_ip_address", "virtual_hub.public_ip_addresses"],
        [FILTERS, "dns_proxy_enabled", "dns_servers", "private_ip_ranges"],
        [
          "a firewall in a virtual network: user-defined routes lead there",
          "ip_configuration",
          "management_ip_configuration",
        ],
      ],
    },
    data: {
      read: {
        firewall_policy_id: "rule secured-hub-lets-tunnels-pass",
        id: "who it is",
        sku_name: "Firewall.skuName",
        virtual_hub: "Firewall.hub",
      },
      withoutEffect: [
        [LABEL, "name", "tags"],
        [PLACE, "location", "resource_group_name", "zones"],
        [BY_AZURE, "ip_configuration", "management_ip_configuration"],
        [FILTERS, "dns_proxy_enabled", "dns_servers", "sku_tier", "threat_intel_mode"],
      ],
    },
  },
  azurerm_monitor_diagnostic_setting: {
    resource: {
      read: {
        "enabled_log.category": "rule monitor-valid",
        "enabled_log.category_group": "rule monitor-valid",
        "enabled_log.retention_policy.days": "rule value-accepted",
        log_analytics_destination_type: "rule value-accepted",
        "metric.retention_policy.days": "rule value-accepted",
        target_resource_id: "rule monitored",
      },
      withoutEffect: [
        [LABEL, "id", "name"],
        [
          WATCHING,
          "enabled_log.retention_policy.enabled",
          "enabled_metric",
          "eventhub_authorization_rule_id",
          "eventhub_name",
          "log_analytics_workspace_id",
          "metric.category",
          "metric.enabled",
          "metric.retention_policy.enabled",
          "partner_solution_id",
          "storage_account_id",
        ],
      ],
    },
  },
  azurerm_monitor_metric_alert: {
    resource: {
      read: {
        "application_insights_web_test_location_availability_criteria.failed_location_count": "rule value-accepted",
        "criteria.aggregation": "rule value-accepted",
        "criteria.dimension.operator": "rule value-accepted",
        "criteria.metric_name": "rule monitor-valid",
        "criteria.metric_namespace": "rule monitor-valid",
        "criteria.operator": "rule value-accepted",
        "criteria.skip_metric_validation": "rule monitor-valid",
        "dynamic_criteria.aggregation": "rule value-accepted",
        "dynamic_criteria.alert_sensitivity": "rule value-accepted",
        "dynamic_criteria.dimension.operator": "rule value-accepted",
        "dynamic_criteria.evaluation_failure_count": "rule value-accepted",
        "dynamic_criteria.evaluation_total_count": "rule value-accepted",
        "dynamic_criteria.metric_name": "rule monitor-valid",
        "dynamic_criteria.metric_namespace": "rule monitor-valid",
        "dynamic_criteria.operator": "rule value-accepted",
        "dynamic_criteria.skip_metric_validation": "rule monitor-valid",
        frequency: "rule value-accepted",
        scopes: "rule monitored",
        severity: "rule value-accepted",
        window_size: "rule monitor-valid",
      },
      withoutEffect: [
        [LABEL, "description", "id", "name", "tags"],
        [PLACE, "resource_group_name", "target_resource_location", "target_resource_type"],
        [ALERTS, "action", "auto_mitigate", "enabled"],
        [
          WATCHING,
          "criteria.dimension.name",
          "criteria.dimension.values",
          "criteria.threshold",
          "dynamic_criteria.dimension.name",
          "dynamic_criteria.dimension.values",
          "dynamic_criteria.ignore_data_before",
        ],
        [
          WEB,
          "application_insights_web_test_location_availability_criteria.component_id",
          "application_insights_web_test_location_availability_criteria.web_test_id",
        ],
      ],
    },
  },
  azurerm_network_connection_monitor: {
    resource: {
      read: {
        "endpoint.address": "rule monitor-valid",
        "endpoint.coverage_level": "rule value-accepted",
        "endpoint.filter.item.type": "rule value-accepted",
        "endpoint.filter.type": "rule value-accepted",
        "endpoint.name": "rule monitor-valid",
        "endpoint.target_resource_type": "rule value-accepted",
        "test_configuration.http_configuration.method": "rule value-accepted",
        "test_configuration.http_configuration.port": "rule value-accepted",
        "test_configuration.name": "rule monitor-valid",
        "test_configuration.preferred_ip_version": "rule value-accepted",
        "test_configuration.protocol": "rule value-accepted",
        "test_configuration.success_threshold.checks_failed_percent": "rule value-accepted",
        "test_configuration.success_threshold.round_trip_time_ms": "rule value-accepted",
        "test_configuration.tcp_configuration.destination_port_behavior": "rule value-accepted",
        "test_configuration.tcp_configuration.port": "rule value-accepted",
        "test_configuration.test_frequency_in_seconds": "rule value-accepted",
        "test_group.destination_endpoints": "rule monitor-valid",
        "test_group.source_endpoints": "rule monitor-valid",
        "test_group.test_configuration_names": "rule monitor-valid",
      },
      withoutEffect: [
        [LABEL, "id", "name", "notes", "tags"],
        [PLACE, "location", "network_watcher_id", "output_workspace_resource_ids"],
        [
          WATCHING,
          "endpoint.excluded_ip_addresses",
          "endpoint.filter.item.address",
          "endpoint.included_ip_addresses",
          "endpoint.target_resource_id",
          "test_configuration.http_configuration.path",
          "test_configuration.http_configuration.prefer_https",
          "test_configuration.http_configuration.request_header",
          "test_configuration.http_configuration.valid_status_code_ranges",
          "test_configuration.icmp_configuration.trace_route_enabled",
          "test_configuration.tcp_configuration.trace_route_enabled",
          "test_group.enabled",
          "test_group.name",
        ],
      ],
    },
  },
};
