-- What contenders need that go from a publication to its countries and regions through the join tables, as one usually
-- does. pubatlas has the ids on the publication's row.
create index bench_publication_country on publication_country (publication_id, country_id);
create index bench_publication_region on publication_region (publication_id, region_id) where reach = 0;

-- What PostGraphile shows as fields: what its own schema has no way to ask for in one go.
create schema bench;
create function bench.publications_by_slugs(slugs text[]) returns setof public.publication
  language sql stable as $$ select * from public.publication p where p.slug = any(slugs) $$;
create function bench.countries_by_codes(codes text[]) returns setof public.country
  language sql stable as $$ select * from public.country c where c.code = any(codes) $$;
