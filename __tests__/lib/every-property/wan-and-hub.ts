import type { VirtualHubById, VirtualHubByName } from "../../../lib/hub/existing-hub";
import { VirtualHub, type VirtualHubOptions, type VirtualHubProps } from "../../../lib/hub/virtual-hub";
import {
  VirtualWan,
  type VirtualWanById,
  type VirtualWanByName,
  type VirtualWanProps,
} from "../../../lib/hub/virtual-wan";
import { RouteTable } from "../../../lib/routing/route-table";
import { casesOf, type PropertyCase } from "./harness";
import { armId, PLACE } from "./surroundings";

const HUB = { name: "hub", location: "westeurope", addressPrefix: "10.100.0.0/23" };

export const wanAndHubCases: readonly PropertyCase[] = [
  ...casesOf<VirtualWanProps>(
    "VirtualWanProps",
    ({ subject }, props) => new VirtualWan(subject, "wan", props),
    () => ({ ...PLACE, name: "wan" }),
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      location: () => ({ location: "northeurope" }),
      allowBranchToBranch: () => ({ allowBranchToBranch: false }),
      office365Breakout: () => ({ office365Breakout: "Optimize" }),
      tags: () => ({ tags: { owner: "net" } }),
    },
  ),
  ...casesOf<VirtualWanById>(
    "VirtualWanById",
    ({ subject }, props) => VirtualWan.fromAttributes(subject, "wan", props).addHub("hub", HUB),
    () => ({ virtualWanId: armId("virtualWans/one") }),
    {
      virtualWanId: () => ({ virtualWanId: armId("virtualWans/other") }),
      complete: () => ({ complete: true }),
    },
  ),
  ...casesOf<VirtualWanByName>(
    "VirtualWanByName",
    ({ subject }, props) => VirtualWan.fromAttributes(subject, "wan", props),
    () => ({ name: "wan", resourceGroupName: "rg" }),
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      allowBranchToBranch: () => ({ allowBranchToBranch: true }),
      complete: () => ({ complete: true }),
    },
  ),
  ...casesOf<VirtualHubOptions>(
    "VirtualHubOptions",
    ({ subject, wan }, options) => new VirtualHub(subject, "hub", { ...options, wan: wan.one }),
    () => HUB,
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      location: () => ({ location: "northeurope" }),
      addressPrefix: () => ({ addressPrefix: "10.102.0.0/23" }),
      routingPreference: () => ({ routingPreference: "ASPath" }),
      minimumCapacity: () => ({ minimumCapacity: 3 }),
      branchToBranch: () => ({ branchToBranch: true }),
      tags: () => ({ tags: { owner: "net" } }),
    },
  ),
  ...casesOf<Pick<VirtualHubProps, "wan">>(
    "VirtualHubProps",
    ({ subject }, { wan }) => new VirtualHub(subject, "hub", { ...HUB, wan }),
    ({ wan }) => ({ wan: wan.one }),
    { wan: ({ wan }) => ({ wan: wan.other }) },
  ),
  ...casesOf<VirtualHubById>(
    "VirtualHubById",
    ({ subject }, props) => {
      const hub = VirtualHub.fromAttributes(subject, "hub", props);
      return new RouteTable(subject, "table", { name: "table", hub });
    },
    () => ({ virtualHubId: armId("virtualHubs/one") }),
    {
      virtualHubId: () => ({ virtualHubId: armId("virtualHubs/other") }),
      complete: () => ({ complete: true }),
    },
  ),
  ...casesOf<VirtualHubByName>(
    "VirtualHubByName",
    ({ subject }, props) => VirtualHub.fromAttributes(subject, "hub", props),
    () => ({ name: "hub", resourceGroupName: "rg" }),
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      addressPrefix: () => ({ addressPrefix: "10.100.0.0/23" }),
      wan: ({ wan }) => ({ wan: wan.one }),
      complete: () => ({ complete: true }),
    },
  ),
];
