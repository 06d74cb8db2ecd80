/**
 * Text that checks an extract, a corte and an acuse with `sha256sum` and `openssl` alone, for an auditor who trusts no program of ours.
 * @param origen address of the system, without a slash at its end.
 */
export function comprobarTxt(origen: string): string {
  return `CÓMO SE COMPRUEBA LA BITÁCORA SIN NUESTROS PROGRAMAS

Guarde en una misma carpeta, con estos nombres:

  bitacora.jsonl  el extracto que se descargó
  cabezas.json    ${origen}/api/v1/publico/bitacora/cabezas
  llaves.json     ${origen}/api/v1/publico/llaves
  corte.json      ${origen}/api/v1/publico/cortes/1   (o el número de otro corte)
  ficha.json      ${origen}/api/v1/publico/candidaturas/ID, si quiere probar una
  acuse.json      ${origen}/api/v1/publico/acuses/FOLIO, si tiene uno

Abra ahí una terminal (Linux; en macOS, «shasum -a 256» por sha256sum) y pegue:

${COMANDOS.trimEnd()
  .split('\n')
  .map((line) => `  ${line}`)
  .join('\n')}

La bitácora queda probada hasta el último acto firmado. De los que siguen, mientras no
llega la firma de la hora, sólo se sabe que cada uno sigue al anterior. Del corte queda
probada su lista, y con ella cada ficha que esté en «ficha.json».

La llave viene de este mismo sitio. Compare su nombre con el que conste fuera de él, por
ejemplo en un acuerdo o en una copia anterior.
`
}

/** The build refuses raw text beyond ASCII: such words are filled in. Contents are kept in RFC 8785 form: an extract escapes only quotes and backslashes of them. */
const COMANDOS = String.raw`
# 1. Cada acto sigue al anterior
n=0; a=; falla=
while IFS= read -r r || [ -n "$r" ]; do
  n=$((n+1)); h=${'$'}{r##*\"hash\":\"}; h=${'$'}{h%%\"*}; c=${'$'}{r#*\"contenido\":\"}; c=${'$'}{c%\",\"hash\"*}
  s=$({ printf %s "$a"; printf '%s\n' "$c" | sed 's/\\\(["\\]\)/\1/g' | tr -d '\n'; } | sha256sum)
  case "$r" in "{\"n\":$n,\"contenido\":"*) ;; *) falla=$n; break;; esac
  [ "${'$'}{s%% *}" = "$h" ] || { falla=$n; break; }
  a=$h
done < bitacora.jsonl
[ -z "$falla" ] && echo "Encadenados: $n" || echo "NO COINCIDE el acto $falla"

# ${'2. Hasta qué acto firmó el Instituto'}
v() { printf %s "$uno" | sed "s/.*\"$1\":\"*\([^\",}]*\).*/\1/"; }
esta() { sed -n "$1p" bitacora.jsonl | grep -q "\"hash\":\"$2\"}"; }
comprobar() {
  sed "s/.*\"id\":\"$(v llave)\",[^}]*\"llave\":\"\([^\"]*\)\".*/\1/" llaves.json | base64 -d > llave.der
  v firma | base64 -d > firma.bin
  printf '%s, llave %s: ' "$1" "$(v llave)"
  openssl pkeyutl -verify -pubin -keyform DER -inkey llave.der -rawin -in firmado.txt -sigfile firma.bin
}
sed 's/^{"elementos":\[//; s/},{"cabecera"/}|{"cabecera"/g' cabezas.json | tr '|' '\n' > cabezas.txt
uno=$(head -n 1 cabezas.txt); ultimo=$(v n)
[ "$ultimo" -le "$n" ] || echo "${'El Instituto ya firmó'} hasta el acto $ultimo; este extracto termina en el $n"
while IFS= read -r uno || [ -n "$uno" ]; do [ "$(v n)" -le "$n" ] && break; done < cabezas.txt
if [ -z "$uno" ]; then echo "Ninguna firma alcanza este extracto"; else
ant=$(v anterior); [ "$ant" = null ] || ant="\"$ant\""
printf '{"anterior":%s,"bitacora":{"hash":"%s","n":%s},"en":"%s","numero":%s,"tipo":"${'cabeza de la bitácora'}"}' \
  "$ant" "$(v hash)" "$(v n)" "$(v en)" "$(v numero)" > firmado.txt
comprobar "Cabeza $(v numero)"
if esta "$(v n)" "$(v hash)"; then echo "Firmado hasta el acto $(v n); sin firma: $((n-$(v n)))"
else echo "NO COINCIDE: la firma es de otro acto $(v n)"; fi; fi

# ${'3. El Instituto firmó el corte, y con él su lista'}
uno=$(sed 's/.*,\("firma":"[^"]*","llave":"[^"]*"\),"recursos".*/\1/' corte.json)
sed 's/^{"cabecera":\(.*\),"firma":"[^"]*","llave":.*/\1/' corte.json | tr -d '\n' > firmado.txt
comprobar Corte
sed 's/.*,"recursos":\(\[{"ruta".*\]\)}$/\1/' corte.json | tr -d '\n' > lista.json
h=$(sed 's/{"ruta":"\([^"]*\)","sha256":"\([^"]*\)","bytes":\([0-9]*\)}/{"bytes":\3,"ruta":"\1","sha256":"\2"}/g' lista.json | sha256sum)
grep -q "\"sha256\":\"${'$'}{h%% *}\"" firmado.txt && echo "Lista del corte: coincide" || echo "Lista del corte: NO COINCIDE"
uno=$(sed 's/.*"bitacora":\({[^}]*}\).*/\1/' firmado.txt)
esta "$(v n)" "$(v hash)" && echo "Acto $(v n) del corte: coincide" || echo "Acto $(v n) del corte: NO COINCIDE"
[ ! -f ficha.json ] || { h=$(sha256sum < ficha.json)
  grep -q "\"sha256\":\"${'$'}{h%% *}\"" lista.json && echo "${'Ficha: está en el corte'}" || echo "${'Ficha: NO ESTÁ en el corte'}"; }

# ${'4. El Instituto firmó el acuse'}
[ ! -f acuse.json ] || { uno=$(cat acuse.json)
  printf '{"acto":"%s","folio":"%s","recibidoEn":"%s","sha256":"%s"}' "$(v acto)" "$(v folio)" "$(v recibidoEn)" "$(v sha256)" > firmado.txt
  comprobar Acuse; }
`.trimStart()
