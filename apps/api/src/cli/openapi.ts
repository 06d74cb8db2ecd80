import 'reflect-metadata'
import { Pool } from 'pg'
import { DataSource } from 'typeorm'
import { buildApp } from '../app.ts'
import { Reader } from '../database/reader.ts'
import { createClock } from '../shared/clock.ts'
import { openSecretos } from '../shared/criptografia/secretos.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Prints openapi.yaml: the routes are declared without a database, because describing them needs none. */
const folder = mkdtempSync(join(tmpdir(), 'conoceles-openapi-'))
const idle = new DataSource({ type: 'postgres', installExtensions: false })
const databases = { acceso: idle, actor: idle, instituto: idle, publicador: idle, lector: new Reader(new Pool()) }
const { server } = await buildApp({
  config: {
    modo: 'simulacro',
    relojMovible: true,
    servicio: 'todo',
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: null,
    datos: folder,
    secretos: folder,
    origen: 'http://localhost:3000',
    origenConsola: 'http://localhost:3000',
    correo: { url: null, remitente: '' },
    correoTls: { requerido: false, autoridad: null },
    visor: null,
    visorServidor: null,
    consola: null,
    trabajadores: '',
    paquete: null,
    paquetes: '',
    logNivel: 'silent',
    contactoSeguridad: null,
    operacion: null,
    retrasoMaximo: 0,
    proxy: null,
  },
  databases,
  clock: createClock(),
  secretos: openSecretos(folder),
})
process.stdout.write(server.swagger({ yaml: true }))
await server.close()
rmSync(folder, { recursive: true, force: true })
