/** Body of the searches. All but the terms may be left out. */
export type SearchParameter = {
  terms: string;
  /** Any of the words instead of all of them. */
  is_or_search?: boolean;
  /** Seconds east of UTC: what "today" means to who searches. */
  time_zone_offset?: number;
  /** Archived channels too. */
  include_deleted_channels?: boolean;
  /** The protocol knows these two; searches of the database ignore them. */
  page?: number;
  per_page?: number;
};

/** Most results of one search. */
export const search_results_max = 100;
