import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A refused consent form has a ground of the list, and travels to its actor político in a requerimiento as an observación does. */
export class RechazoFundado1700000000233 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [GROUND, GRANT, TABLE, INDICE, OWNED, ...RIGHTS, REFUSED, ...FUNCTION]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const GROUND = 'alter table captura.consentimiento add column revision_supuesto text, add column revisada_en timestamptz'
const GRANT = 'grant update (revision_supuesto, revisada_en) on captura.consentimiento to conoceles_instituto'

const TABLE = `
create table captura.requerimiento_consentimiento (
  requerimiento_id uuid not null constraint requerimiento_consentimiento_requerimiento_fk references captura.requerimiento on delete cascade,
  consentimiento_id uuid not null constraint requerimiento_consentimiento_consentimiento_fk references captura.consentimiento on delete cascade,
  constraint requerimiento_consentimiento_pk primary key (requerimiento_id, consentimiento_id)
)`
const INDICE = 'create index requerimiento_consentimiento_ix on captura.requerimiento_consentimiento (consentimiento_id)'
const OWNED = 'alter table captura.requerimiento_consentimiento owner to conoceles_dueno'

const ROL = `coalesce(current_setting('app.rol', true), '')`
const RIGHTS = [
  'grant select, insert on captura.requerimiento_consentimiento to conoceles_instituto',
  'alter table captura.requerimiento_consentimiento enable row level security, force row level security',
  `create policy instituto on captura.requerimiento_consentimiento for select to conoceles_instituto
    using (${ROL} in ('verificacion', 'secretaria', 'comision', 'auditoria'))`,
  `create policy instituto_emite on captura.requerimiento_consentimiento for insert to conoceles_instituto with check (${ROL} = 'secretaria')`,
]

/** The form that its persona handed in last, while it stands refused: whose it is and by which ground, and no choice of hers. */
const REFUSED = `
create function captura.formatos_rechazados()
returns table (id uuid, candidatura_id uuid, actor_politico_id uuid, supuesto text, revisada_en timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select k.id, k.candidatura_id, c.responsable_id, k.revision_supuesto, coalesce(k.revisada_en, k.otorgado_en)
  from captura.consentimiento k
  join captura.candidatura c on c.id = k.candidatura_id and c.estatus = 'aprobada'
  where k.revision = 'rechazada' and not (select captura.datos_bloqueados()) and ${ROL} in ('verificacion', 'secretaria')
    and not exists (select 1 from captura.consentimiento n
      where n.candidatura_id = k.candidatura_id and (n.otorgado_en, n.id) > (k.otorgado_en, k.id))
$$`
const FUNCTION = [
  'alter function captura.formatos_rechazados() owner to conoceles_dueno',
  'revoke execute on function captura.formatos_rechazados() from public',
  'grant execute on function captura.formatos_rechazados() to conoceles_instituto',
]
