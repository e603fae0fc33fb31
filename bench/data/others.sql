-- What contenders need that go from a publication to its countries and regions through the join tables, as one usually
-- does. pubatlas has the ids on the publication's row.
create index bench_publication_country on publication_country (publication_id, country_id);
create index bench_publication_region on publication_region (publication_id, region_id);

-- What PostGraphile shows as fields: what its own schema has no way to ask for in one go.
create schema bench;
create function bench.publications_by_slugs(slugs text[]) returns setof public.publication
  language sql stable as $$ select * from public.publication p where p.slug = any(slugs) $$;
create function bench.countries_by_codes(codes text[]) returns setof public.country
  language sql stable as $$ select * from public.country c where c.code = any(codes) $$;

-- A search of plain words in PostgreSQL: their stems, joined, each with the weights that it may have.
create function bench.stems(words text, joined_by text, weights text default '') returns tsquery language sql stable as $$
  select string_agg(quote_literal((ts_lexize('pg_catalog.english_stem', word))[1]) || weights, joined_by)::tsquery
  from regexp_split_to_table(words, ' ') word $$;
create function bench.search_publications(words text) returns setof public.publication language plpgsql stable as $$
declare
  query tsquery := bench.stems(words, '&');
  phrase_in_title tsquery := bench.stems(words, '<->', ':A');
  all_in_title tsquery := bench.stems(words, '&', ':A');
  all_in_names tsquery := bench.stems(words, '&', ':AB');
begin
  return query select p.* from public.publication p where p.document @@ query
    order by case when p.document @@ phrase_in_title then 4 when p.document @@ all_in_title then 3 when p.document @@ all_in_names then 2 else 1 end desc,
      p.year_key desc, p.id desc
    limit 20;
end $$;

-- The publications of a topic, or those that a word finds.
create function bench.found(topic text, word text) returns setof integer language plpgsql stable as $$
declare
  query tsquery := bench.stems(word, '&');
begin
  if word is null then
    return query select m.publication_id from public.publication_topic m
      where m.topic_id = (select t.id from public.topic t where t.slug = topic);
  else
    return query select p.id from public.publication p where p.document @@ query;
  end if;
end $$;
create function bench.facets(topic text, word text) returns json language sql stable as $$
  with found as materialized (select id from bench.found(topic, word) id),
  countries as (
    select c.code as value, count(*) from found join public.publication_country m on m.publication_id = found.id
    join public.country c on c.id = m.country_id group by c.id order by count(*) desc limit 10),
  regions as (
    select r.slug as value, count(*) from found join public.publication_region m on m.publication_id = found.id
    join public.region r on r.id = m.region_id group by r.id order by count(*) desc limit 10),
  years as (
    select p.year::text as value, count(*) from found join public.publication p on p.id = found.id
    group by p.year order by count(*) desc limit 10)
  select json_build_object(
    'countries', (select json_agg(countries) from countries),
    'regions', (select json_agg(regions) from regions),
    'years', (select json_agg(years) from years)) $$;
