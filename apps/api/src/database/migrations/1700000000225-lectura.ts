import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Keeps the place of the list in its file, the meaning of its values, and cells that somebody mended before it was confirmed. */
export class Lectura1700000000225 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [IMPORTACION, FUENTE, FILA]) await runner.query(sql)
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const IMPORTACION = `alter table captura.importacion
  add column lectura jsonb,
  add column fijos jsonb default '{}'::jsonb not null,
  add column valores jsonb default '{}'::jsonb not null`
const FUENTE = `alter table captura.importacion_fuente
  add column fijos jsonb default '{}'::jsonb not null,
  add column valores jsonb default '{}'::jsonb not null`
const FILA = `alter table captura.importacion_fila add column correcciones jsonb default '{}'::jsonb not null`
