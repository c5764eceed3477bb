/** How plan JSON is made, for everyone who hands over something else. */
export const MAKE_PLAN_JSON = "terraform plan -out tfplan && terraform show -json tfplan > plan.json";

/** The same of a state. */
export const MAKE_STATE_JSON = "terraform show -json > state.json";
