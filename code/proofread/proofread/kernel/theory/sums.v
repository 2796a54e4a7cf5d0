(** Sums of products over ranges, and a procedure that decides when two are equal.

    What a book writes with matrices of any size is, entry by entry, a sum of products

        c * \sum_(k < n) \sum_(l < m) A i k * B k l * C l j

    in a commutative ring.  Here is a type of such expressions, [term]; what a term
    means, [value]; a program [vanishes] that brings a term into normal form; and the
    theorem that where the program says so the term is 0, in every commutative ring and
    for all sizes.  A proof of an equation is then one computation.

    Indices are naturals and stand in a list, the environment: index a of a factor is
    the a-th entry of it, the innermost sum first.                                    *)

From Coq Require Import NArith.
From mathcomp Require Import all_ssreflect ssralg ssrint.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope nat_scope.

(** * Terms *)

(** What a factor is of: Kronecker's delta, the number of places in a range, or a
    letter, by its place in a list that is given along with the term.                 *)
Inductive symbol := Delta | Size of nat | Letter of nat.

Definition symbol_code h :=
  match h with Delta => (0, 0) | Size d => (1, d) | Letter t => (2, t) end.
Definition symbol_of_code c :=
  match c with (0, _) => Delta | (1, d) => Size d | (_, t) => Letter t end.
Lemma symbol_codeK : cancel symbol_code symbol_of_code. Proof. by case. Qed.
Definition symbol_eqMixin := CanEqMixin symbol_codeK.
Canonical symbol_eqType := EqType symbol symbol_eqMixin.

Inductive term :=
  | Const of int
  | Leaf of symbol & seq nat
  | Plus of term & term
  | Times of term & term
  | Minus of term
  | Sum of nat & term.

Notation factor := (symbol * seq nat)%type.
(** A coefficient, the ranges of the bound indices, and what is multiplied.           *)
Notation monomial := (int * seq nat * seq factor)%type.
Notation ranges m := m.1.2.
Notation factors m := m.2.

Definition rename (r : nat -> nat) (f : factor) : factor := (f.1, map r f.2).

(** * Into monomials *)

Definition product (x y : monomial) : monomial :=
  let p := size (ranges x) in let q := size (ranges y) in
  ((x.1.1 * y.1.1)%R, ranges x ++ ranges y,
   map (rename (fun a => if a < p then a else a + q)) (factors x)
     ++ map (rename (addn^~ p)) (factors y)).

Definition times (xs ys : seq monomial) := [seq product x y | x <- xs, y <- ys].

Fixpoint expand (e : term) : seq monomial :=
  match e with
  | Const c => [:: (c, [::], [::])]
  | Leaf h ix => [:: (1%R, [::], [:: (h, ix)])]
  | Plus a b => expand a ++ expand b
  | Minus a => [seq ((- m.1.1)%R, ranges m, factors m) | m <- expand a]
  | Times a b => times (expand a) (expand b)
  | Sum d a => [seq (m.1.1, rcons (ranges m) d, factors m) | m <- expand a]
  end.

(** * The order of the bound indices *)

(** The i-th bound index to the front.                                                *)
Definition bring i (m : monomial) : monomial :=
  let ds := ranges m in
  if i < size ds then
    (m.1.1, nth 0 ds i :: take i ds ++ drop i.+1 ds,
     map (rename (fun a => if a < i then a.+1 else if a == i then 0 else a))
         (factors m))
  else m.

(** All ways to have k of them in front.                                              *)
Fixpoint arrangements k done (m : monomial) : seq monomial :=
  if k is k'.+1 then
    flatten [seq arrangements k' done.+1 (bring (done + i) m)
            | i <- iota 0 (size (ranges m) - done)]
  else [:: m].

(** * Rules *)

(** \sum_(ranges bound) of the factors on the left is the right side, for all values of
    the parameters in their ranges.                                                   *)
Record rule := Rule {
  bound : seq nat; parameters : seq nat; left : seq factor; right : seq monomial }.

(** Where the factors of a rule are found: what its indices are bound to, and the rest. *)
Notation bindings := (seq (nat * nat)).
Definition bound_to (s : bindings) a := if [seq x.2 | x <- s & x.1 == a] is b :: _ then b else 0.
Fixpoint bind (s : bindings) (xs ys : seq nat) : option bindings :=
  match xs, ys with
  | [::], [::] => Some s
  | x :: xs', y :: ys' =>
      if x \in map fst s then if bound_to s x == y then bind s xs' ys' else None
      else bind ((x, y) :: s) xs' ys'
  | _, _ => None
  end.
Fixpoint found (sought fs : seq factor) (s : bindings) : seq (bindings * seq factor) :=
  if sought is f :: sought' then
    flatten [seq if (g.1 == f.1) then
                   if bind s f.2 g.2 is Some s' then found sought' (rem g fs) s' else [::]
                 else [::] | g <- undup fs]
  else [:: (s, fs)].

Definition within (ds : seq nat) d a := (a < size ds) && (nth 0 ds a == d).
Definition below n (fs : seq factor) := all (fun f : factor => all (fun a => a < n) f.2) fs.
Definition above n (fs : seq factor) := all (fun f : factor => all (fun a => n <= a) f.2) fs.

(** A place of the right side: its own bound indices first, then parameters.          *)
Definition place (own : nat) (to : seq nat) a := if a < own then a else own + nth 0 to (a - own).

(** A rule used on a monomial, its bound indices in front.  What the search has found
    is checked, so that nothing need be proved of the search.                         *)
Definition fits ctx (r : rule) (m : monomial) (to : seq nat) (rest : seq factor) :=
  let n := size (bound r) in
  [&& take n (ranges m) == bound r,
      perm_eq (factors m) (map (rename (place n to)) (left r) ++ rest),
      all2 (within (drop n (ranges m) ++ ctx)) (parameters r) to,
      above n rest & below (n + size (parameters r)) (left r)
        && all (fun y : monomial => below (size (ranges y) + size (parameters r)) (factors y))
               (right r)].
Definition put (r : rule) (m : monomial) to rest : seq monomial :=
  let n := size (bound r) in
  [seq ((m.1.1 * y.1.1)%R, ranges y ++ drop n (ranges m),
        map (rename (place (size (ranges y)) to)) (factors y)
          ++ map (rename (fun a => size (ranges y) + (a - n))) rest) | y <- right r].
Definition use ctx (r : rule) (m : monomial) : option (seq monomial) :=
  let n := size (bound r) in let p := size (parameters r) in
  let to (s : bindings) := [seq bound_to s (n + j) - n | j <- iota 0 p] in
  let fit x := fits ctx r m (to x.1) x.2 in
  if [seq x <- found (left r) (factors m) [seq (i, i) | i <- iota 0 n] | fit x] is x :: _
  then if fit x then Some (put r m (to x.1) x.2) else None else None.

Fixpoint first (A B : Type) (f : A -> option B) (l : seq A) : option B :=
  if l is x :: l' then if f x is Some y then Some y else first f l' else None.

(** ** Rules that always hold *)

Definition delta a b : factor := (Delta, [:: a; b]).
Definition count_rule d := Rule [:: d] [::] [::] [:: (1%R, [::], [:: (Size d, [::])])].
Definition pick_rule d := Rule [:: d] [:: d] [:: delta 0 1] [:: (1%R, [::], [::])].
Definition pick_rule' d := Rule [:: d] [:: d] [:: delta 1 0] [:: (1%R, [::], [::])].

(** ** Kronecker's delta *)

Definition is_delta (f : factor) := (f.1 == Delta) && (size f.2 == 2).
Definition is_one (f : factor) := is_delta f && (nth 0 f.2 0 == nth 0 f.2 1).
Definition without_ones (m : monomial) : monomial :=
  (m.1, filter (fun f => ~~ is_one f) (factors m)).

(** An index replaced by the one that a delta says it equals, a bound one if it can be. *)
Definition replaced (a b x : nat) := if x == a then b else x.
Definition identify (m : monomial) (f : factor) : option monomial :=
  let a := nth 0 f.2 0 in let b := nth 0 f.2 1 in
  let n := size (ranges m) in
  let: (a, b) := if (b < n) && ~~ (a < n) || (a < b) && ((a < n) == (b < n)) then (b, a) else (a, b) in
  let others := rem f (factors m) in
  if [&& is_delta f, f \in factors m & has (fun g : factor => a \in g.2) others] && (a != b)
  then Some (m.1, f :: map (rename (replaced a b)) others) else None.

Section Simplify.
Variables (ctx : seq nat) (rules : seq rule).

Definition always (m : monomial) :=
  let d := head 0 (ranges m) in [:: count_rule d; pick_rule d; pick_rule' d].

Definition step (m0 : monomial) : option (seq monomial) :=
  let m := without_ones m0 in
  if first (identify m) (factors m) is Some m' then Some [:: m'] else
  if first (fun m' => first (fun r => use ctx r m') (always m')) (arrangements 1 0 m)
    is Some l then Some l else
  first (fun r => first (use ctx r) (arrangements (size (bound r)) 0 m)) rules.

(** Every step is one of [work], and each monomial comes with the number of steps that
    may still be taken from it: rules may lead in a circle.                           *)
Fixpoint simplify work (todo : seq (nat * monomial)) : seq monomial :=
  if work is n.+1 then
    match todo with
    | [::] => [::]
    | (0, m) :: todo' => m :: simplify n todo'
    | (fuel.+1, m) :: todo' =>
        if step m is Some l then simplify n (map (pair fuel) l ++ todo')
        else without_ones m :: simplify n todo'
    end
  else map snd todo.
End Simplify.

(** * Like terms *)

(** Work is counted, and not time: what a machine decides does not depend on its speed.
    How many indices are put in order, how many steps are taken in a sum, and how many
    monomials it may have: what would take more is not decided.                       *)
Definition most_ranges := 7.
Definition most_steps := 100 * 100.
Definition most_monomials := 3000.

Fixpoint lex (a b : seq nat) : bool :=
  match a, b with
  | [::], _ => true
  | _ :: _, [::] => false
  | x :: a', y :: b' => (x < y) || ((x == y) && lex a' b')
  end.
Definition factor_code (f : factor) := (symbol_code f.1).1 :: (symbol_code f.1).2 :: f.2.
Definition precedes (f g : factor) := lex (factor_code f) (factor_code g).
Definition monomial_code (m : monomial) := ranges m ++ flatten (map factor_code (factors m)).

Section Collect.
(** Letters of two indices that are symmetric.                                        *)
Variable symmetric : seq nat.

Definition sorted_indices (f : factor) : factor :=
  let swaps := if f.1 is Letter t then t \in symmetric else f.1 == Delta in
  if f.2 is [:: a; b] then if swaps && (b < a) then (f.1, [:: b; a]) else f else f.
Definition sorted_factors (m : monomial) : monomial :=
  (m.1, sort precedes (map sorted_indices (factors m))).

(** Of all orders of the bound indices the one of which the code is the least; of too
    many indices no order is looked for.                                              *)
Definition canonical (m : monomial) : monomial :=
  if most_ranges < size (ranges m) then sorted_factors m else
  foldl (fun b x => let y := sorted_factors x in
                    if lex (monomial_code b) (monomial_code y) then b else y)
        (sorted_factors m) (arrangements (size (ranges m)) 0 m).

Fixpoint insert (m : monomial) (l : seq monomial) : seq monomial :=
  if l is x :: l' then
    if (ranges x == ranges m) && (factors x == factors m)
    then ((x.1.1 + m.1.1)%R, ranges x, factors x) :: l' else x :: insert m l'
  else [:: m].
Definition collect (l : seq monomial) : seq monomial :=
  filter (fun m : monomial => m.1.1 != 0%R) (foldr insert [::] (map canonical l)).
End Collect.

(** * Denominators *)

(** A letter that is the inverse of a sum of monomials; both have the same parameters. *)
Record inverse := Inverse { letter : nat; domain : seq nat; denominator : seq monomial }.

Definition occurs (f : factor) n : factor := (f.1, map (addn n) f.2).
Definition degree (f : factor) (m : monomial) := count_mem (occurs f (size (ranges m))) (factors m).
Fixpoint power (b : seq monomial) k : seq monomial :=
  if k is k'.+1 then times b (power b k') else [:: (1%R, [::], [::])].
Definition at_places (ix : seq nat) (y : monomial) : monomial :=
  (y.1, map (rename (place (size (ranges y)) ix)) (factors y)).
(** All monomials times the k-th power of what [f] is the inverse of.                 *)
Definition cleared (f : factor) (b : seq monomial) k (m : monomial) : seq monomial :=
  let here := occurs f (size (ranges m)) in
  times [:: (m.1, filter (predC1 here) (factors m))] (power b (k - degree f m)).

(** Where an inverse stands in a monomial with indices that no sum binds.             *)
Definition places_of t (m : monomial) : seq (seq nat) :=
  let n := size (ranges m) in
  [seq map (subn^~ n) f.2 | f : factor <- factors m & (f.1 == Letter t) && all (leq n) f.2].

(** The inverse of a product cancels with it: a rule.                                  *)
Definition cancels (i : inverse) : seq rule :=
  if denominator i is [:: (c, [::], fs)] then
    if c == 1%R then
      [:: Rule [::] (domain i)
            ((Letter (letter i), iota 0 (size (domain i))) :: fs) [:: (1%R, [::], [::])]]
    else [::]
  else [::].

(** Whether so many monomials can be dealt with; counted in binary numbers.           *)
Notation number := N.of_nat.
Definition few (n : N) := N.leb n (number most_monomials).
Fixpoint monomials (e : term) : N :=
  match e with
  | Const _ | Leaf _ _ => 1
  | Plus a b => monomials a + monomials b
  | Times a b => monomials a * monomials b
  | Minus a | Sum _ a => monomials a
  end.

Section Vanishes.
Variables (rules : seq rule) (symmetric : seq nat) (inverses : seq inverse).

Definition normal ctx l :=
  collect symmetric (simplify ctx rules most_steps (map (pair 60) l)).

(** Where terms are compared, the program is not run.                                  *)
Strategy 1000 [simplify most_steps].

Definition clear ctx (l : seq monomial) (i : inverse) : option (seq monomial) :=
  if flatten (map (places_of (letter i)) l) is ix :: _ then
    let f := (Letter (letter i), ix) in
    if all2 (within ctx) (domain i) ix &&
       all (fun y : monomial => below (size (ranges y) + size (domain i)) (factors y)) (denominator i)
    then let k := foldr maxn 0 (map (degree f) l) in
         if few (number (size l) * number (size (denominator i)) ^ number k)
         then Some (flatten (map (cleared f (map (at_places ix) (denominator i)) k) l))
         else None
    else None
  else None.

(** Whether the sum of the monomials is seen to be 0.  Where nothing more can be done to
    it as a whole, what stands under the same sums has to vanish for each index.       *)
Fixpoint vanishes fuel ctx (l0 : seq monomial) : bool :=
  if most_monomials < size l0 then false else
  let l := normal ctx l0 in
  if l is [::] then true else
  if fuel is n.+1 then
    if first (clear ctx l) inverses is Some l' then vanishes n ctx l' else
    let sums := undup [seq ranges m | m : monomial <- l] in
    all (fun ds => if ds is [::] then false else
           vanishes n (ds ++ ctx)
             [seq (m.1.1, [::], factors m) | m : monomial <- l & ranges m == ds]) sums
  else false.
Definition term_vanishes ctx (e : term) : bool :=
  if few (monomials e) then vanishes 40 ctx (expand e) else false.
End Vanishes.

(** * What it means *)

Local Open Scope ring_scope.

Section Meaning.
Variable R : comUnitRingType.
(** What the letters are, as functions of indices; how many places a range has.        *)
Variables (letters : nat -> seq nat -> R) (sizes : nat -> nat).
Implicit Types (env ds es ks ls ix : seq nat) (f : factor) (fs gs : seq factor).
Implicit Types (m : monomial) (l b : seq monomial).

Definition factor_value (env : seq nat) (f : factor) : R :=
  let ix := [seq nth 0%N env a | a <- f.2] in
  match f.1 with
  | Delta => (nth 0%N ix 0 == nth 0%N ix 1)%:R
  | Size d => (sizes d)%:R
  | Letter t => letters t ix
  end.

Fixpoint value (env : seq nat) (e : term) : R :=
  match e with
  | Const c => c%:~R
  | Leaf h ix => factor_value env (h, ix)
  | Plus a b => value env a + value env b
  | Times a b => value env a * value env b
  | Minus a => - value env a
  | Sum d a => \sum_(k <- iota 0 (sizes d)) value (k :: env) a
  end.

(** All values of the bound indices.                                                  *)
Fixpoint places (ds : seq nat) : seq (seq nat) :=
  if ds is d :: ds' then [seq k :: ks | k <- iota 0 (sizes d), ks <- places ds'] else [:: [::]].
Definition product_value env (fs : seq factor) := \prod_(f <- fs) factor_value env f.
Definition monomial_value env (m : monomial) :=
  m.1.1%:~R * \sum_(ks <- places (ranges m)) product_value (ks ++ env) (factors m).
Definition sum_value env (l : seq monomial) := \sum_(m <- l) monomial_value env m.

(** Whether indices are in their ranges.                                              *)
Definition in_range (ds env : seq nat) := all2 (fun d k => k < sizes d)%N ds env.

(** ** Indices *)

Lemma sum_places_nil F : \sum_(ks <- places [::]) F ks = F [::] :> R.
Proof. by rewrite big_seq1. Qed.

Lemma sum_places_cons F d ds :
  \sum_(ks <- places (d :: ds)) F ks
    = \sum_(k <- iota 0 (sizes d)) \sum_(ks <- places ds) F (k :: ks) :> R.
Proof. by rewrite big_allpairs_dep. Qed.

Lemma sum_places_cat F ds es :
  \sum_(ks <- places (ds ++ es)) F ks
    = \sum_(ks <- places ds) \sum_(ls <- places es) F (ks ++ ls) :> R.
Proof.
elim: ds F => [|d ds IH] F; first by rewrite sum_places_nil.
by rewrite cat_cons !sum_places_cons; apply: eq_bigr => k _; rewrite IH.
Qed.

Lemma places_in_range ds ks : ks \in places ds -> in_range ds ks.
Proof.
elim: ds ks => [|d ds IH] ks; first by rewrite inE => /eqP ->.
case/allpairsP => -[k ls] /= [+ /IH ok ->]; rewrite mem_iota add0n => /= lt.
by rewrite /in_range /= lt.
Qed.

Lemma in_range_size ds ks : in_range ds ks -> size ks = size ds.
Proof. by rewrite /in_range all2E => /andP[/eqP]. Qed.

Lemma places_size ds ks : ks \in places ds -> size ks = size ds.
Proof. by move/places_in_range/in_range_size. Qed.

Lemma in_range_cat ds es ks ls :
  in_range ds ks -> in_range es ls -> in_range (ds ++ es) (ks ++ ls).
Proof.
elim: ds ks => [|d ds IH] [|k ks] //=; rewrite /in_range /= => /andP[-> ok] ok'.
exact: IH.
Qed.

Lemma in_range_nth ds ks d a :
  in_range ds ks -> within ds d a -> (nth 0 ks a < sizes d)%N.
Proof.
move=> + /andP[+ /eqP <-]; elim: ds ks a => [|e ds IH] [|k ks] [|a] //= /andP[lt ok] //.
exact: IH.
Qed.

Lemma in_range_at ds env ps ix :
  in_range ds env -> all2 (within ds) ps ix -> in_range ps [seq nth 0%N env a | a <- ix].
Proof.
move=> ok; elim: ps ix => [|p ps IH] [|a ix] //= /andP[w /IH].
by rewrite /in_range /= => ->; rewrite (in_range_nth ok w).
Qed.

(** ** Values of renamed factors *)

Lemma factor_value_rename r env env' f :
  (forall a, a \in f.2 -> nth 0%N env' (r a) = nth 0%N env a) ->
  factor_value env' (rename r f) = factor_value env f.
Proof.
move=> same; rewrite /factor_value /= -map_comp.
by have -> : map (nth 0%N env' \o r) f.2 = map (nth 0%N env) f.2 by apply/eq_in_map => a /same.
Qed.

Lemma product_value_rename r env env' fs :
  (forall f a, f \in fs -> a \in f.2 -> nth 0%N env' (r a) = nth 0%N env a) ->
  product_value env' (map (rename r) fs) = product_value env fs.
Proof.
move=> same; rewrite /product_value big_map; apply: eq_big_seq => f inside.
by apply: factor_value_rename => a; apply: same.
Qed.

Lemma product_value_cat env fs gs :
  product_value env (fs ++ gs) = product_value env fs * product_value env gs.
Proof. exact: big_cat. Qed.

Lemma product_value_perm env fs gs :
  perm_eq fs gs -> product_value env fs = product_value env gs.
Proof. exact: perm_big. Qed.

Lemma sum_value_cat env l k : sum_value env (l ++ k) = sum_value env l + sum_value env k.
Proof. exact: big_cat. Qed.

Lemma sum_value_flatten env (A : Type) (g : A -> seq monomial) (xs : seq A) :
  sum_value env (flatten (map g xs)) = \sum_(x <- xs) sum_value env (g x).
Proof.
elim: xs => [|x xs IH] /=; first by rewrite /sum_value !big_nil.
by rewrite sum_value_cat IH big_cons.
Qed.

(** ** Expansion is right *)

Lemma productE env x y :
  monomial_value env (product x y) = monomial_value env x * monomial_value env y.
Proof.
case: x y => [[c ds] fs] [[c' es] gs]; rewrite /monomial_value /= rmorphM /= -!mulrA.
congr (_ * _); rewrite mulrCA; congr (_ * _); rewrite sum_places_cat big_distrl /=.
apply: eq_big_seq => ks /places_size sk; rewrite big_distrr /=.
apply: eq_big_seq => ls /places_size sl; rewrite product_value_cat -catA.
congr (_ * _); apply: product_value_rename => f a _ _; rewrite !nth_cat sk.
  case: (ltnP a (size ds)) => [-> //|le].
  rewrite ltnNge (leq_trans le (leq_addr _ _)) /= sl -addnBAC // ltnNge leq_addl /=.
  by rewrite addnK.
by rewrite ltnNge leq_addl /= addnK.
Qed.

Lemma timesE env xs ys : sum_value env (times xs ys) = sum_value env xs * sum_value env ys.
Proof.
rewrite /sum_value big_allpairs_dep big_distrl /=; apply: eq_bigr => x _.
by rewrite big_distrr /=; apply: eq_bigr => y _; rewrite productE.
Qed.

Lemma expandE env e : sum_value env (expand e) = value env e.
Proof.
elim: e env => [c|h ix|a IHa b IHb|a IHa b IHb|a IHa|d a IHa] env /=.
- by rewrite /sum_value big_seq1 /monomial_value /= big_seq1 /product_value big_nil mulr1.
- by rewrite /sum_value big_seq1 /monomial_value /= big_seq1 /product_value big_seq1 mul1r.
- by rewrite sum_value_cat IHa IHb.
- by rewrite timesE IHa IHb.
- rewrite -IHa /sum_value big_map -sumrN; apply: eq_bigr => m _.
  by rewrite /monomial_value /= rmorphN mulNr.
under [RHS]eq_bigr do rewrite -IHa.
rewrite /sum_value big_map exchange_big /=; apply: eq_bigr => m _.
rewrite /monomial_value /= -big_distrr /=; congr (_ * _).
rewrite [RHS]exchange_big /= -cats1 sum_places_cat; apply: eq_bigr => ks _.
rewrite sum_places_cons; apply: eq_bigr => k _; rewrite sum_places_nil.
by rewrite -catA.
Qed.

(** ** The order of the bound indices is free *)

Lemma bringE env i m : monomial_value env (bring i m) = monomial_value env m.
Proof.
case: m => [[c ds] fs]; rewrite /bring; case: ifP => // lt; rewrite /monomial_value /=.
congr (_ * _); rewrite -[in RHS](cat_take_drop i ds) (drop_nth 0%N lt).
rewrite sum_places_cons sum_places_cat; under eq_bigr do rewrite sum_places_cat.
rewrite exchange_big /=; apply: eq_big_seq => ks /places_size.
rewrite size_takel ?(ltnW lt) // => sk; rewrite sum_places_cons; apply: eq_bigr => k _.
apply: eq_bigr => ls _; apply: product_value_rename => f a _ _.
rewrite -!catA /= !nth_cat sk; case: (ltngtP a i) => [lt'|gt|->].
- by rewrite /= nth_cat sk lt'.
- by case: a gt => // a gt; rewrite /= nth_cat sk ltnNge -ltnS gt /= subSn.
by rewrite subnn.
Qed.

Lemma arrangementsE env k n m m' :
  m' \in arrangements k n m -> monomial_value env m' = monomial_value env m.
Proof.
elim: k n m => [|k IH] n m /=; first by rewrite inE => /eqP ->.
by case/flatten_mapP => i _ /IH ->; rewrite bringE.
Qed.

(** ** Rules *)

Definition holds (r : rule) :=
  forall env, in_range (parameters r) env ->
  \sum_(ks <- places (bound r)) product_value (ks ++ env) (left r) = sum_value env (right r).

Lemma placeE own to ks env fs n :
  size ks = own -> size to = n -> below (own + n) fs ->
  product_value (ks ++ env) (map (rename (place own to)) fs)
    = product_value (ks ++ [seq nth 0%N env a | a <- to]) fs.
Proof.
move=> sk st /allP ok; apply: product_value_rename => f a /ok /allP lt /lt.
rewrite /place !nth_cat sk; case: (ltnP a own) => [-> //|le] lt'.
rewrite ltnNge leq_addr /= addKn (nth_map 0%N) //.
by rewrite st -(ltn_add2l own) subnKC.
Qed.

Lemma useE ctx env r m l :
  in_range ctx env -> holds r -> use ctx r m = Some l ->
  sum_value env l = monomial_value env m.
Proof.
move=> ok ruled; rewrite /use; set n := size (bound r); set p := size (parameters r).
case: [seq _ <- _ | _] => // -[s rest] _ /=; set to := map _ _.
case: ifP => // /and5P[/eqP front perm inside free /andP[low /allP lows]] [<-].
case: m front perm inside => [[c ds] fs] /= front perm inside.
have st : size to = p by move: inside; rewrite all2E => /andP[/eqP].
rewrite /sum_value big_map /monomial_value /= -[in RHS](cat_take_drop n ds) front.
rewrite sum_places_cat exchange_big /=.
under eq_bigr do rewrite rmorphM /= -mulrA sum_places_cat exchange_big /=.
rewrite -big_distrr /=; congr (_ * _); under eq_bigr do rewrite big_distrr /=.
rewrite exchange_big /=; apply: eq_big_seq => ls inl.
have here : in_range (drop n ds ++ ctx) (ls ++ env).
  by apply: in_range_cat ok; apply: places_in_range.
have there := in_range_at here inside.
pose v := product_value ([seq 0%N | _ <- iota 0 n] ++ ls ++ env) rest.
transitivity (sum_value [seq nth 0%N (ls ++ env) a | a <- to] (right r) * v).
  rewrite /sum_value big_distrl /=; apply: eq_big_seq => y iny.
  rewrite /monomial_value -mulrA; congr (_ * _); rewrite big_distrl /=.
  apply: eq_big_seq => ks /places_size sk; rewrite -catA product_value_cat.
  rewrite (placeE _ sk st (lows y iny)); congr (_ * _).
  apply: product_value_rename => f a inf ina.
  have le : (n <= a)%N by move/allP: free => /(_ f inf)/allP; apply.
  rewrite nth_cat sk ltnNge leq_addr /= addKn [RHS]nth_cat size_map size_iota.
  by rewrite [(a < n)%N]ltnNge le.
rewrite -ruled // big_distrl /=; apply: eq_big_seq => ks /places_size sk.
rewrite -catA (product_value_perm _ perm) product_value_cat (placeE _ sk st low).
congr (_ * _); rewrite /v /product_value; apply: eq_big_seq => f inf; rewrite /factor_value.
have -> // : [seq nth 0%N ([seq 0%N | _ <- iota 0 n] ++ ls ++ env) a | a <- f.2]
           = [seq nth 0%N (ks ++ ls ++ env) a | a <- f.2].
apply/eq_in_map => a ina; have le : (n <= a)%N by move/allP: free => /(_ f inf)/allP; apply.
by rewrite !nth_cat size_map size_iota sk ltnNge le.
Qed.

Lemma count_rule_holds d : holds (count_rule d).
Proof.
case=> // _; rewrite sum_places_cons; under eq_bigr do rewrite sum_places_nil.
rewrite /sum_value big_seq1 /monomial_value /= big_seq1 /product_value big_seq1 mul1r.
under eq_bigr do rewrite big_nil.
by rewrite /factor_value /= big_const_seq count_predT size_iota iter_addr_0.
Qed.

Lemma sum_delta d k : (k < sizes d)%N -> \sum_(i <- iota 0 (sizes d)) (i == k)%:R = 1 :> R.
Proof.
move=> lt; rewrite (bigD1_seq k) ?iota_uniq ?mem_iota //= eqxx big1 ?addr0 // => i.
by move/negbTE ->.
Qed.

Lemma one_value env : sum_value env [:: (1, [::], [::])] = 1.
Proof. by rewrite /sum_value big_seq1 /monomial_value /= big_seq1 /product_value big_nil mulr1. Qed.

Lemma in_range1 d env : in_range [:: d] env -> exists2 k, env = [:: k] & (k < sizes d)%N.
Proof.
by case: env => [|k [|? ?]]; rewrite /in_range /= ?andbF ?andbT // => lt; exists k.
Qed.

Lemma pick_rule_holds d : holds (pick_rule d).
Proof.
move=> env /in_range1[k -> lt]; rewrite one_value.
rewrite sum_places_cons -[RHS](sum_delta lt); apply: eq_bigr => i _.
by rewrite sum_places_nil /product_value big_seq1.
Qed.

Lemma pick_rule'_holds d : holds (pick_rule' d).
Proof.
move=> env /in_range1[k -> lt]; rewrite one_value.
rewrite sum_places_cons -[RHS](sum_delta lt); apply: eq_bigr => i _.
by rewrite sum_places_nil /product_value big_seq1 /factor_value /= eq_sym.
Qed.

(** ** Kronecker's delta *)

Lemma is_deltaE env f : is_delta f ->
  factor_value env f = (nth 0%N env (nth 0%N f.2 0) == nth 0%N env (nth 0%N f.2 1))%:R.
Proof. by case: f => h [|a [|b [|? ?]]]; rewrite /is_delta ?andbF // => /andP[/eqP /= ->]. Qed.

Lemma without_onesE env m : monomial_value env (without_ones m) = monomial_value env m.
Proof.
rewrite /monomial_value; congr (_ * _); apply: eq_bigr => ks _; rewrite /product_value.
rewrite big_filter [RHS](bigID is_one) /= [X in X * _]big1 ?mul1r // => f /andP[df /eqP same].
by rewrite (is_deltaE _ df) same eqxx.
Qed.

Lemma identifyE env m f m' :
  identify m f = Some m' -> monomial_value env m' = monomial_value env m.
Proof.
rewrite /identify; set ab := if _ then _ else _; case E: ab => [a b].
case: ifP => // /andP[/and3P[df inf _] _] [<-]; rewrite /monomial_value /=.
congr (_ * _); apply: eq_bigr => ks _; set e := ks ++ env.
rewrite (product_value_perm _ (perm_to_rem inf)) /product_value !big_cons.
have {E} E : factor_value e f = (nth 0%N e a == nth 0%N e b)%:R.
  by rewrite (is_deltaE _ df); move: E; rewrite /ab; case: ifP => _ [<- <-]; rewrite 1?eq_sym.
rewrite E; case: eqP => [same|_]; last by rewrite !mul0r.
congr (_ * _); apply: product_value_rename => g x _ _; rewrite /replaced.
by case: eqP => [->|].
Qed.

(** ** Like terms *)

Fixpoint every (A : Type) (P : A -> Prop) (l : seq A) : Prop :=
  if l is x :: l' then P x /\ every P l' else True.

Lemma every_cons (A : Type) (P : A -> Prop) (x : A) (l : seq A) :
  P x -> every P l -> every P (x :: l).
Proof. by []. Qed.

Lemma every_in (A : eqType) (P : A -> Prop) (l : seq A) x : every P l -> x \in l -> P x.
Proof. by elim: l => //= y l IH [py /IH pl]; rewrite inE => /orP[/eqP ->|]. Qed.

Lemma first_some (A B : Type) (P : B -> Prop) (f : A -> option B) (l : seq A) y :
  every (fun x => forall z, f x = Some z -> P z) l -> first f l = Some y -> P y.
Proof. by elim: l => //= x l IH [px /IH pl]; case E: (f x) => [z|] // [<-]; apply: px. Qed.

Lemma every_true (A : Type) (P : A -> Prop) (l : seq A) : (forall x, P x) -> every P l.
Proof. by move=> all; elim: l => /=. Qed.

Lemma every_sub (A : Type) (P Q : A -> Prop) (l : seq A) :
  (forall x, P x -> Q x) -> every P l -> every Q l.
Proof. by move=> sub; elim: l => //= x l IH [px /IH ql]; split => //; apply: sub. Qed.

Lemma everyP (A : eqType) (P : A -> Prop) (l : seq A) : (forall x, x \in l -> P x) -> every P l.
Proof.
elim: l => //= x l IH all; split; first by apply: all; rewrite mem_head.
by apply: IH => y iny; apply: all; rewrite inE iny orbT.
Qed.

Section Context.
Variables (rules : seq rule) (symmetric : seq nat) (inverses : seq inverse).

Definition inverse_holds (i : inverse) := forall env,
  in_range (domain i) env -> letters (letter i) env * sum_value env (denominator i) = 1.

Hypothesis ruled : every holds rules.
Hypothesis sym : every (fun t => forall a c, letters t [:: a; c] = letters t [:: c; a]) symmetric.
Hypothesis inverted : every inverse_holds inverses.

Lemma stepE ctx env m l : in_range ctx env ->
  step ctx rules m = Some l -> sum_value env l = monomial_value env m.
Proof.
move=> ok; rewrite /step -(without_onesE env m); move: (without_ones m) => {}m.
pose same l' := sum_value env l' = monomial_value env m.
case E: (first _ (factors m)) => [m'|].
  case=> <-; rewrite /sum_value big_seq1; move: E.
  apply: (@first_some _ _ (fun x => monomial_value env x = monomial_value env m)).
  by apply: every_true => f x; apply: identifyE.
case E1: (first _ (arrangements 1 0 m)) => [l'|].
  case=> <-; move: E1; apply: (@first_some _ _ same).
  apply: everyP => m' /(arrangementsE env) eq x; apply: (@first_some _ _ same).
  rewrite /same -eq; split; first by move=> z; apply: useE => //; apply: count_rule_holds.
  split; first by move=> z; apply: useE => //; apply: pick_rule_holds.
  by split=> // z; apply: useE => //; apply: pick_rule'_holds.
apply: (@first_some _ _ same); apply: every_sub ruled => r hr x.
apply: (@first_some _ _ same); apply: everyP => m' /(arrangementsE env) eq z.
by rewrite /same -eq; apply: useE.
Qed.

Lemma sum_value_cons env m l : sum_value env (m :: l) = monomial_value env m + sum_value env l.
Proof. by rewrite /sum_value big_cons. Qed.

Lemma simplifyE ctx env n (l : seq (nat * monomial)) : in_range ctx env ->
  sum_value env (simplify ctx rules n l) = sum_value env (map snd l).
Proof.
move=> ok; elim: n l => [|n IH] [|[[|fuel] m] l] //=; rewrite !sum_value_cons ?IH //.
case E: (step _ _ m) => [k|]; last by rewrite sum_value_cons IH without_onesE.
by rewrite IH map_cat -map_comp map_id sum_value_cat (stepE ok E).
Qed.

Lemma sorted_indicesE env f : factor_value env (sorted_indices symmetric f) = factor_value env f.
Proof.
case: f => h [|a [|b [|? ?]]] //; rewrite /sorted_indices /=.
case: ifP => // /andP[+ _]; case: h => [|d|t] //=.
  by rewrite /factor_value /= eq_sym.
by move=> int; apply: (every_in sym int).
Qed.

Lemma sorted_factorsE env m : monomial_value env (sorted_factors symmetric m) = monomial_value env m.
Proof.
rewrite /monomial_value; congr (_ * _); apply: eq_bigr => ks _ /=.
have perm : perm_eq (sort precedes (map (sorted_indices symmetric) (factors m)))
                    (map (sorted_indices symmetric) (factors m)) by apply/permPl/perm_sort.
rewrite (product_value_perm _ perm) /product_value big_map.
by apply: eq_bigr => f _; rewrite sorted_indicesE.
Qed.

Lemma canonicalE env m : monomial_value env (canonical symmetric m) = monomial_value env m.
Proof.
rewrite /canonical; case: ifP => _; first exact: sorted_factorsE.
have: forall x, x \in arrangements (size (ranges m)) 0 m -> monomial_value env x = monomial_value env m.
  by move=> x; apply: arrangementsE.
move: (sorted_factorsE env m); move: (sorted_factors symmetric m) => b.
elim: (arrangements _ _ _) b => [|x l IH] b //= same all; apply: IH => [|y iny]; last first.
  by apply: all; rewrite inE iny orbT.
by case: ifP => // _; rewrite sorted_factorsE all ?mem_head.
Qed.

Lemma insertE env m l : sum_value env (insert m l) = monomial_value env m + sum_value env l.
Proof.
rewrite /sum_value; elim: l => [|x l IH] /=; first by rewrite big_seq1 big_nil addr0.
case: ifP => [/andP[/eqP same /eqP same']|_]; rewrite !big_cons ?IH; last by rewrite addrCA.
by rewrite /monomial_value /= same same' rmorphD mulrDl addrA [X in X + _ = _]addrC.
Qed.

Lemma collectE env l : sum_value env (collect symmetric l) = sum_value env l.
Proof.
rewrite /collect; set all := foldr _ _ _; transitivity (sum_value env all).
  rewrite /sum_value big_filter [RHS](bigID (fun m : monomial => m.1.1 != 0)) /=.
  rewrite [X in _ = _ + X]big1 ?addr0 // => m; rewrite negbK /monomial_value => /eqP ->.
  by rewrite mul0r.
rewrite /all {all}; elim: l => [|m l IH] //=.
by rewrite insertE IH /sum_value big_cons canonicalE.
Qed.

Lemma normalE ctx env l : in_range ctx env ->
  sum_value env (normal rules symmetric ctx l) = sum_value env l.
Proof.
by move=> ok; rewrite collectE simplifyE // -map_comp map_id.
Qed.

(** ** Denominators *)

Lemma powerE env b k : sum_value env (power b k) = sum_value env b ^+ k.
Proof. by elim: k => [|k IH] /=; rewrite ?one_value // timesE IH exprS. Qed.

Lemma at_placesE env ix b n :
  size ix = n -> all (fun y : monomial => below (size (ranges y) + n) (factors y)) b ->
  sum_value env (map (at_places ix) b) = sum_value [seq nth 0%N env a | a <- ix] b.
Proof.
move=> si /allP low; rewrite /sum_value big_map; apply: eq_big_seq => y iny.
rewrite /monomial_value /=; congr (_ * _); apply: eq_big_seq => ks /places_size sk.
exact: placeE (low y iny).
Qed.

Lemma occursE env ks f n : size ks = n ->
  factor_value (ks ++ env) (occurs f n) = factor_value env f.
Proof.
move=> sk; apply: factor_value_rename => a _.
by rewrite nth_cat sk ltnNge leq_addr /= addKn.
Qed.

Lemma clearedE env f b k m : (degree f m <= k)%N ->
  factor_value env f * sum_value env b = 1 ->
  sum_value env (cleared f b k m) = monomial_value env m * sum_value env b ^+ k.
Proof.
move=> le inv; rewrite timesE powerE {1}/sum_value big_seq1.
suff -> : monomial_value env m
        = monomial_value env (m.1, filter (predC1 (occurs f (size (ranges m)))) (factors m))
          * factor_value env f ^+ degree f m.
  have -> : sum_value env b ^+ k = sum_value env b ^+ degree f m * sum_value env b ^+ (k - degree f m).
    by rewrite -exprD subnKC.
  by rewrite -mulrA; congr (_ * _); rewrite mulrA -exprMn inv expr1n mul1r.
rewrite /monomial_value /= -mulrA big_distrl /=; congr (_ * _).
apply: eq_big_seq => ks /places_size sk; set g := occurs f _.
rewrite /product_value big_filter [LHS](bigID (pred1 g)) mulrC /=; congr (_ * _).
rewrite -(occursE env f sk) -/g /degree -/g -big_filter.
have /all_pred1P -> : all (pred1 g) (filter (pred1 g) (factors m)) by apply: filter_all.
by rewrite big_nseq size_filter iter_mulr_1.
Qed.

Lemma clear_zero ctx env l i l' : in_range ctx env -> inverse_holds i ->
  clear ctx l i = Some l' -> sum_value env l' = 0 -> sum_value env l = 0.
Proof.
move=> ok inv; rewrite /clear; case: (flatten _) => // ix _.
case: ifP => // /andP[inside low]; case: ifP => // _ [<-]; set f := (_, ix); set k := foldr _ _ _.
set b := map (at_places ix) _; have si : size ix = size (domain i).
  by move: inside; rewrite all2E => /andP[/eqP ->].
have unit : factor_value env f * sum_value env b = 1.
  by rewrite /b (at_placesE env si low); apply/inv/in_range_at/inside.
rewrite sum_value_flatten => zero.
have {zero} : sum_value env l * sum_value env b ^+ k = 0.
  rewrite -zero {1}/sum_value big_distrl /=; apply: eq_big_seq => m inm.
  rewrite clearedE // /k; elim: (l) inm => //= x l0 IH; rewrite inE leq_max.
  by case/orP => [/eqP ->|/IH ->]; rewrite ?leqnn ?orbT.
move/(congr1 (fun x => x * factor_value env f ^+ k)).
by rewrite mul0r -mulrA -exprMn [_ * factor_value _ _]mulrC unit expr1n mulr1.
Qed.

Lemma cancels_holds i : inverse_holds i -> every holds (cancels i).
Proof.
rewrite /inverse_holds /cancels; case: (denominator i) => [|[[c [|? ?]] fs] [|? ?]] //.
case: eqP => //= -> inv; split=> // env ok; rewrite sum_places_nil /= one_value -(inv env ok).
rewrite /product_value big_cons; congr (_ * _).
  rewrite /factor_value /=; congr (letters _ _); rewrite -(in_range_size ok).
  by rewrite map_nth_iota0 // take_size.
by rewrite /sum_value big_seq1 /monomial_value /= mulr1z mul1r sum_places_nil.
Qed.

(** ** The procedure is right *)

Lemma sums_apart env l :
  sum_value env l = \sum_(ds <- undup [seq ranges m | m : monomial <- l])
    \sum_(ks <- places ds) sum_value (ks ++ env)
      [seq (m.1.1, [::], factors m) | m : monomial <- l & ranges m == ds].
Proof.
have each m : monomial_value env m =
    \sum_(ks <- places (ranges m)) monomial_value (ks ++ env) (m.1.1, [::], factors m).
  rewrite /monomial_value /= -big_distrr /=; congr (_ * _); apply: eq_bigr => ks _.
  by rewrite big_seq1.
pose F ds m := \sum_(ks <- places ds) monomial_value (ks ++ env) (m.1.1, [::], factors m).
transitivity (\sum_(ds <- undup [seq ranges m | m : monomial <- l])
               \sum_(m <- l | ranges m == ds) F ds m).
  rewrite (exchange_big_dep xpredT) //= /sum_value; apply: eq_big_seq => m inm; rewrite each.
  rewrite [RHS](eq_bigl (pred1 (ranges m))) => [|ds]; last by rewrite /= eq_sym.
  rewrite -[RHS]big_filter filter_pred1_uniq ?undup_uniq ?big_seq1 // mem_undup.
  exact: (map_f (fun m : monomial => ranges m)).
apply: eq_bigr => ds _; rewrite /F exchange_big /=; apply: eq_bigr => ks _.
by rewrite /sum_value big_map big_filter.
Qed.

Theorem vanishesP n ctx env l : in_range ctx env ->
  vanishes rules symmetric inverses n ctx l -> sum_value env l = 0.
Proof.
elim: n ctx env l => [|n IH] ctx env l ok /=; case: ifP => // _; rewrite -(normalE l ok).
  by case: (normal _ _ _ _) => // _; rewrite /sum_value big_nil.
case E: (normal _ _ _ _) => [|m l']; first by rewrite /sum_value big_nil.
move: (m :: l') => {E m l'}l.
case E: (first _ _) => [l'|].
  move=> /(IH _ _ _ ok) zero; move: E zero.
  apply: (@first_some _ _ (fun l' => sum_value env l' = 0 -> sum_value env l = 0)).
  by apply: every_sub inverted => i inv z; apply: clear_zero.
move=> /allP all; rewrite sums_apart big_seq big1 // => -[|d ds] /all // zero.
rewrite big_seq big1 // => ks /places_in_range ink.
by apply: IH zero; apply: in_range_cat.
Qed.

Theorem term_vanishesP ctx env e : in_range ctx env ->
  term_vanishes rules symmetric inverses ctx e -> value env e = 0.
Proof. by move=> ok; rewrite /term_vanishes -expandE; case: ifP => // _; apply: vanishesP. Qed.
End Context.
End Meaning.
