-- A catalogue of 100 000 publications, 50 000 authors, 60 topics, 20 categories: what the planner's choices are tested on.
insert into topic (slug, name, sort_key) select 'topic-' || n, 'Topic ' || n, 'topic ' || n from generate_series(1, 60) n;
insert into category (slug, name, sort_key)
  select 'category-' || n, 'Category ' || n, 'category ' || n from generate_series(1, 20) n;
insert into author (slug, name, sort_name, plain_names, sort_key, kind, aliases)
  select 'author-' || n, 'Author ' || md5(n::text), 'Author ' || n, 'author ' || md5(n::text), md5(n::text),
    case n % 3 when 0 then 'ORGANIZATION' else 'PERSON' end, '{}'
  from generate_series(1, 50000) n;
insert into publication (slug, title, title_key, abstract, year, url, is_worldwide, country_ids, region_ids,
    around_region_ids, within_region_ids, topic_ids, category_ids, author_ids, author_role_ids, content_hash, created_at, updated_at, document)
  select 'publication-' || n, 'Title ' || md5(n::text), md5(n::text) || ' common rare' || n % 20000,
    case n % 10 when 0 then null else repeat('About this. ', 20) end, 1990 + (n * 7919) % 37, null, n % 100 = 0,
    array[1 + (n * 7919) % 240, 1 + (n % 241)], array[1 + n % 30], array[1 + n % 30], array[1 + n % 30, 1 + (n + 7) % 30],
    array[1 + n % 60], array[1 + n % 20], array[1 + n % 50000, 1 + (n * 31) % 50000], array[1 + n % 50000], '',
    '2026-01-01'::timestamptz + n * interval '1 second', '2026-01-01'::timestamptz + n * interval '1 second',
    array_to_tsvector(array['word' || n % 500, 'rare' || n % 20000, 'author', 'title', 'common'])
  from generate_series(1, 100000) n;
insert into contribution (publication_id, position, author_id, role, printed_as)
  select p.id, at, author_id, case at when 1 then 'AUTHOR' else 'EDITOR' end, 'A' from publication p cross join unnest(author_ids) with ordinality of (author_id, at);
insert into publication_author (author_id, year_key, publication_id)
  select distinct author_id, year_key, p.id from publication p cross join unnest(author_ids) author_id;
insert into publication_country (country_id, year_key, publication_id)
  select distinct country_id, year_key, p.id from publication p cross join unnest(country_ids) country_id;
insert into publication_topic (topic_id, year_key, publication_id)
  select topic_id, year_key, p.id from publication p cross join unnest(topic_ids) topic_id;
insert into publication_category (category_id, year_key, publication_id)
  select category_id, year_key, p.id from publication p cross join unnest(category_ids) category_id;
insert into publication_region (region_id, year_key, publication_id, reach)
  select distinct region_id, year_key, p.id, case when region_ids && array[region_id] then 0 else 2 end
  from publication p cross join unnest(within_region_ids) region_id;
insert into search_word (word, stem) select 'word' || n, 'word' || n from generate_series(0, 499) n;
insert into search_word (word, stem) select 'rare' || n, 'rare' || n from generate_series(0, 19999) n;
insert into search_word (word, stem) values ('author', 'author'), ('title', 'title'), ('common', 'common');
insert into source_record (source_id, publication_id, first_line, last_line, unresolved, said, is_complete, content_hash)
  select 1, n, n, n, case n % 1000 when 0 then '[{"field": "year", "value": "n. d."}]'::jsonb end, '{}', true, ''
  from generate_series(1, 100000) n;
insert into import_run (started_at, finished_at, created_count, updated_count, unchanged_count, refused_count,
  has_changes)
  values (now(), now(), 100000, 0, 0, 0, true);
insert into tally (kind, id, count)
  select kind, id, 1000
  from (values ('country', 1, 240), ('region', 1, 30), ('topic', 1, 60), ('category', 1, 20), ('year', 1990, 2026)) value (kind, first, last)
  cross join lateral generate_series(first, last) id
  union all select 'author', id, 3 from author union all values ('all', 0, 100000);
insert into search_stem (stem, documents)
  select stem, case when stem like 'rare%' then 5 when stem like 'word%' then 200 else 100000 end from search_word;
insert into former_slug (kind, slug, id)
  select kind, 'former-' || kind || '-' || i, i
  from (values ('publication'), ('author')) kinds (kind) cross join generate_series(1, 10000) i;
