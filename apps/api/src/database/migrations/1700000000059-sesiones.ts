import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The day of a held sesión is corrected with a reason. Its earlier day stays in its history, which only grows. */
export class Sesiones1700000000059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEPT)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const KEPT = `
create function captura.sesion_conserva() returns trigger language plpgsql as $$
declare
  ultimo jsonb := new.historia -> -1;
  pasos int := jsonb_array_length(old.historia);
begin
  if (select coalesce(jsonb_agg(hecho order by n), '[]') from jsonb_array_elements(new.historia) with ordinality as h (hecho, n) where n <= pasos)
    is distinct from old.historia
  then
    raise exception 'la historia de una sesión no se altera' using errcode = '42501';
  end if;
  if old.estatus = 'celebrada' and (
    (new.estatus, new.hora, new.modalidad, new.lugar, new.puntos, new.convocatoria)
      is distinct from (old.estatus, old.hora, old.modalidad, old.lugar, old.puntos, old.convocatoria)
    or new.fecha is distinct from old.fecha and not (jsonb_array_length(new.historia) > pasos and ultimo ->> 'acto' = 'corregir'
      and ultimo ->> 'fecha' = old.fecha::text and coalesce(ultimo ->> 'motivo', '') <> ''))
  then
    raise exception 'lo que consta de una sesión celebrada no se altera sin conservarlo' using errcode = '42501';
  end if;
  return new;
end $$;
alter function captura.sesion_conserva() owner to conoceles_dueno;
create trigger sesion_conserva before update on captura.sesion for each row execute function captura.sesion_conserva();
`
