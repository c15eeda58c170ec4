-- migrate:up
create table orders (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customers (id),
  total_cents bigint not null check (total_cents >= 0),
  placed_at timestamptz not null default now()
);

create function order_count(customer bigint) returns bigint
language sql stable
begin atomic
  select count(*) from orders where customer_id = customer;
end;

-- migrate:down
drop function order_count(bigint);
drop table orders;
