import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Tables of identity by cargo, actor político or municipio, which the publisher counts and a councillor may ask for. */
export class Cruces1700000000251 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...CONTADOS, ...PEDIDOS]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const ROL = `coalesce(current_setting('app.rol', true), '')`

const CONTADOS = [
  `create table captura.estadistica_cruce (
    proceso_id uuid not null,
    fecha date not null,
    tabla text not null,
    por text not null,
    contenido jsonb not null,
    constraint estadistica_cruce_pk primary key (proceso_id, fecha, tabla, por)
  )`,
  'alter table captura.estadistica_cruce owner to conoceles_dueno',
  'grant select, insert on captura.estadistica_cruce to conoceles_publicador',
  'grant select on captura.estadistica_cruce to conoceles_instituto',
  'alter table captura.estadistica_cruce enable row level security, force row level security',
  'create policy publicador on captura.estadistica_cruce to conoceles_publicador using (true)',
  `create policy instituto on captura.estadistica_cruce for select to conoceles_instituto using (${ROL} = 'secretaria')`,
]

const PEDIDOS = [
  `create table captura.cruce_pedido (
    id uuid constraint cruce_pedido_pk primary key,
    proceso_id uuid not null constraint cruce_pedido_proceso_fk references captura.proceso,
    tabla text not null,
    por text not null,
    contada_el date not null,
    solicitante text not null,
    motivo text not null,
    pedido_por uuid not null,
    pedido_en timestamptz not null
  )`,
  'alter table captura.cruce_pedido owner to conoceles_dueno',
  'grant select, insert on captura.cruce_pedido to conoceles_instituto',
  'alter table captura.cruce_pedido enable row level security, force row level security',
  `create policy instituto on captura.cruce_pedido for select to conoceles_instituto using (${ROL} = 'secretaria')`,
  `create policy instituto_agrega on captura.cruce_pedido for insert to conoceles_instituto
    with check (${ROL} = 'secretaria' and pedido_por = nullif(current_setting('app.cuenta', true), '')::uuid)`,
]
