import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Accounts take two people: the one that proposed and the one that confirmed each, and the code that opens it apart from its link. */
export class Propuestas1700000000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, BUZON, GRANTS, HEREDADAS, ENLACES]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const TABLES = `
create table acceso.propuesta_cuenta (
  id uuid not null,
  nombre text not null,
  correo text not null,
  rol text not null,
  actor_politico_id uuid,
  candidatura_id uuid,
  estatus text not null,
  propuesta_por uuid,
  propuesta_en timestamptz not null,
  decidida_por uuid,
  decidida_en timestamptz,
  motivo text,
  cuenta_id uuid,
  activada_en timestamptz,
  constraint propuesta_cuenta_pk primary key (id),
  constraint propuesta_cuenta_dos_personas_ck check (estatus = 'retirada' or decidida_por <> propuesta_por),
  constraint propuesta_cuenta_confirmada_ck check (estatus <> 'confirmada' or (propuesta_por is null) = (decidida_por is null)),
  constraint propuesta_cuenta_propuesta_fk foreign key (propuesta_por) references acceso.cuenta(id),
  constraint propuesta_cuenta_decidida_fk foreign key (decidida_por) references acceso.cuenta(id),
  constraint propuesta_cuenta_cuenta_fk foreign key (cuenta_id) references acceso.cuenta(id)
);
create index propuesta_cuenta_cuenta_ix on acceso.propuesta_cuenta (cuenta_id, propuesta_en);
alter table acceso.enlace add column codigo text, add column fallos int not null default 0;
`

/** One mailbox in one spelling: without its tag, and for Gmail without dots. */
const BUZON = `
create function acceso.buzon(correo text) returns text language sql immutable parallel safe as $$
  select case when dominio in ('gmail.com', 'googlemail.com') then replace(nombre, '.', '') || '@gmail.com' else nombre || '@' || dominio end
  from (select split_part(split_part(lower(correo), '@', 1), '+', 1) as nombre, split_part(lower(correo), '@', 2) as dominio) partes
$$;
alter function acceso.buzon(text) owner to conoceles_dueno;
`

const GRANTS = `
alter table acceso.propuesta_cuenta owner to conoceles_dueno;
grant select, insert, update, delete on acceso.propuesta_cuenta to conoceles_acceso;
`

/** Accounts that somebody invited alone before: the bitácora tells who. The installation invites with an id that is no account. */
const HEREDADAS = `
insert into acceso.propuesta_cuenta (id, nombre, correo, rol, actor_politico_id, candidatura_id, estatus, propuesta_por, propuesta_en, cuenta_id, activada_en)
select gen_random_uuid(), c.nombre, c.correo, c.rol, c.actor_politico_id, c.candidatura_id,
  case when quien.id is null then 'confirmada' else 'heredada' end, quien.id, (invitada.contenido ->> 'sistema')::timestamptz, c.id,
  (select max((b.contenido::jsonb ->> 'sistema')::timestamptz) from bitacora.acto b
   where b.acto = 'cuenta.activada' and b.objeto_id = c.id::text)
from acceso.cuenta c
join lateral (
  select b.contenido::jsonb as contenido from bitacora.acto b
  where b.acto = 'cuenta.invitada' and b.objeto_id = c.id::text order by b.n desc limit 1
) invitada on true
left join acceso.cuenta quien on quien.id::text = invitada.contenido ->> 'cuenta'
`

/** A link without a code would open an account of the institute: it is sent again. */
const ENLACES = `
update acceso.enlace e set usado_en = now() from acceso.cuenta c
where c.id = e.cuenta_id and e.tipo = 'invitacion' and e.usado_en is null and c.rol not in ('captura', 'validacion', 'candidata')
`
