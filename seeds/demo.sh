#!/bin/sh
# The tour of `make demo`: every command is shown, then run. Needs `kg` on the PATH, and runs in the checkout.
set -eu

run() {
  printf '\n$ kg'
  for word in "$@"; do
    case $word in *[!A-Za-z0-9_./=-]*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n'
  kg "$@"
}

run build seeds --store demo/graph
run extract seeds/trump-putin-call.txt
run query 'SELECT ?whom WHERE { id:Donald_Trump dip:called ?whom }' --store demo/graph
run path 'Marco Rubio' 'Vladimir Putin' --store demo/graph
run show -o demo/graph.html --store demo/graph
run stats --store demo/graph
printf '\nOpen demo/graph.html in a browser.\n'
