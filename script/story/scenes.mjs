/** What happens on the stage: the demo tells it, and the picture of the README is taken from its second scene. */

/** Yesterday's deploy, of which nothing is shown. */
export const before = {
  message: 'customers and orders',
  copied: ['0001_create_customers.sql', '0002_create_orders.sql'],
}

const broken = `-- migrate:up
alter table orders add column status text;
update orders set statsu = 'placed' where status is null;
alter table orders alter column status set not null;

-- migrate:down
alter table orders drop column status;
`

export const scenes = [
  {
    title: 'A commit adds a revision',
    message: 'index orders by customer and date',
    copied: ['0003_index_orders.sql'],
    ends: { open: true, deploys: 1, current: '0003' },
    says: 'The revision ran, then the deploy was reached.',
  },
  {
    title: 'A commit with a slip in it',
    message: 'orders have a status',
    written: { '0004_order_status.sql': broken },
    ends: { open: false, deploys: 1, current: '0003' },
    says: 'flyctl was not called. The version of part 1 goes on serving, on the database that it knows.',
  },
  {
    title: 'The way out: mend the file, run the same again',
    message: 'status, not statsu',
    written: { '0004_order_status.sql': broken.replace('statsu', 'status') },
    showsDiff: true,
    ends: { open: true, deploys: 2, current: '0004' },
    says: 'What was applied stayed, what was pending ran, and the deploy was reached.',
  },
]
