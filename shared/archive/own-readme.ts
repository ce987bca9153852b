/** `README.txt` of the archive of a person's own data. */
export const ownReadme = `Everything that Gleaner keeps about you, and what you sent, said and did in each of your networks.
(En español: LEEME.txt)

archive.json                        format, version of the schema, time, counts of lines
account/person.jsonl                your name
account/memberships.jsonl           your networks, with role and site; "slug" is the folder below
account/identities.jsonl            addresses and hospitals that sign you in
account/passkeys.jsonl              passkeys: their names and dates
account/sessions.jsonl              where you are signed in
account/tokens.jsonl                access tokens, without their secrets, which are kept nowhere
account/audit/*.jsonl               lines of the audit log that you caused or that concern you
networks/<slug>/data/ideas/         ideas that you sent
networks/<slug>/data/evidence/      what you clipped: citation, selected sentence, note, the ideas that it is for
networks/<slug>/data/stances/       what you said for your site
networks/<slug>/data/comments/      your comments and questions
networks/<slug>/data/kept/          what you keep for yourself alone
networks/<slug>/data/log/           everything that you asked for, in order
networks/<slug>/tables/*.csv        ideas and evidence as tables (UTF-8, times in UTC)
networks/<slug>/references/         what you clipped as RIS, BibTeX and CSL-JSON
ro-crate-metadata.json              what each file is, by RO-Crate 1.2
manifest-sha256.txt                 check sums: sha256sum -c manifest-sha256.txt

A line of data is one JSON object. Times are milliseconds since 1970 (UTC), days are days since 1970. A kind without a line has no file.
Other members stand in it by their id.
`

/** `LEEME.txt`: the same in Spanish. */
export const ownReadmeSpanish = `Todo lo que Gleaner guarda sobre usted, y lo que envió, dijo e hizo en cada una de sus redes.
(In English: README.txt)

archive.json                        formato, versión del esquema, hora, número de líneas
account/person.jsonl                su nombre
account/memberships.jsonl           sus redes, con función y centro; "slug" es la carpeta de abajo
account/identities.jsonl            direcciones y hospitales con los que inicia sesión
account/passkeys.jsonl              llaves de acceso: sus nombres y fechas
account/sessions.jsonl              dónde tiene la sesión iniciada
account/tokens.jsonl                claves de acceso para programas, sin sus secretos, que no se guardan
account/audit/*.jsonl               líneas del registro de auditoría que usted causó o que le conciernen
networks/<slug>/data/ideas/         ideas que envió
networks/<slug>/data/evidence/      lo que recortó: cita, frase seleccionada, nota y las ideas para las que es
networks/<slug>/data/stances/       lo que dijo por su centro
networks/<slug>/data/comments/      sus comentarios y preguntas
networks/<slug>/data/kept/          lo que guarda solo para usted
networks/<slug>/data/log/           todo lo que pidió, en orden
networks/<slug>/tables/*.csv        ideas y evidencia como tablas (UTF-8, horas en UTC)
networks/<slug>/references/         lo que recortó en RIS, BibTeX y CSL-JSON
ro-crate-metadata.json              qué es cada archivo, según RO-Crate 1.2
manifest-sha256.txt                 sumas de comprobación: sha256sum -c manifest-sha256.txt

Una línea de datos es un objeto JSON. Las horas son milisegundos desde 1970 (UTC), los días son días desde 1970. Un tipo sin líneas no tiene archivo.
Las demás personas de la red figuran con su identificador.
`
