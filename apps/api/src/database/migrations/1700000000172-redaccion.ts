import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Transparencia writes drafts of the aviso de privacidad with Secretaría, and sends them. Once a draft is before an organ, she still only
 * writes down the vote of her Comité.
 */
export class Redaccion1700000000172 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [POLICY, KEEP]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const POLICY = `
create policy transparencia_agrega on captura.aviso_borrador for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'transparencia' and estatus = 'borrador');
`

const KEEP = `
create or replace function captura.conservar_aviso_borrador() returns trigger language plpgsql as $$
begin
  if old.estatus in ('publicado', 'descartado')
    or (old.estatus <> 'borrador' and (new.integral <> old.integral or new.simplificado <> old.simplificado or new.finalidades <> old.finalidades))
    or (old.estatus = 'aprobado' and new.estatus = 'aprobado') then
    raise exception 'lo que está ante un órgano, o se publicó, no cambia' using errcode = '42501';
  end if;
  if current_setting('app.rol', true) = 'transparencia' and not (old.estatus = 'en_comite' and new.estatus = 'aprobado')
    and not (old.estatus = 'borrador' and new.estatus in ('borrador', 'en_comision') and new.comision is null and new.comite is null) then
    raise exception 'la Unidad de Transparencia sólo redacta, envía y asienta la aprobación del Comité' using errcode = '42501';
  end if;
  return new;
end $$;
`
