/** Where the files may be that a plan was made of. */
export interface PlanFolder {
  /** The folder that a person names. */
  readonly given: string | undefined;
  /** Where the plan may have been made otherwise, the likeliest first. */
  readonly likely: readonly string[];
  /** Whether `*.tofu` files count. */
  readonly isOpenTofu: boolean;
  /** Whether a folder declares what the plan has in its root module. */
  declaresAll(folder: string): boolean;
}
