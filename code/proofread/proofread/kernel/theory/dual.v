(** Derivatives in a ring with an infinitesimal: eps * eps = 0.

    That G is the gradient of f at X is written

        f (X + eps *: D) = f X + eps * dot G D       for every direction D,

    an equation without limits, in any commutative ring with any such eps.  The lemmas of
    this file find f (X + eps *: D) = f X + eps * b by the form of f: one for each
    operation.  That there are rings in which the equation says all of G, and not too
    little, is shown in [numbers].                                                     *)

From mathcomp Require Import all_ssreflect fingroup perm ssralg ssrint matrix mxalgebra zmodp.
From mathcomp Require Import ring.
From kernel Require Import sums notions reading tactics.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

Section Dual.
Variables (R : comUnitRingType) (eps : R).

(** x, which may hold eps, is a + eps b.                                              *)
Definition moves (x a b : R) := x = a + eps * b.
Definition moves_mx m n (X A B : 'M[R]_(m, n)) := X = A + eps *: B.

Section Any.
Implicit Types (x y a b c d : R).
Lemma still x : moves x x 0. Proof. by rewrite /moves mulr0 addr0. Qed.
Lemma moved x d : moves (x + eps * d) x d. Proof. by []. Qed.
Lemma moved0 : moves eps 0 1. Proof. by rewrite /moves mulr1 add0r. Qed.
Lemma moved1 x : moves (x + eps) x 1. Proof. by rewrite /moves mulr1. Qed.
Lemma moves_add x y a b c d : moves x a b -> moves y c d -> moves (x + y) (a + c) (b + d).
Proof. by move=> -> ->; rewrite /moves mulrDr addrACA. Qed.
Lemma moves_opp x a b : moves x a b -> moves (- x) (- a) (- b).
Proof. by move=> ->; rewrite /moves opprD mulrN. Qed.
Lemma moves_sum n (x a b : 'I_n -> R) : (forall i, moves (x i) (a i) (b i)) ->
  moves (\sum_i x i) (\sum_i a i) (\sum_i b i).
Proof. by move=> all; rewrite /moves big_distrr -big_split; apply: eq_bigr => i _; apply: all. Qed.
Lemma moves_fun (f g : R -> R) x a b :
  (forall x y, f (x + eps * y) = f x + eps * (y * g x)) ->
  moves x a b -> moves (f x) (f a) (b * g a).
Proof. by move=> ax ->; apply: ax. Qed.
Lemma moves_fun_unit (f g : R -> R) x a b :
  (forall x y, x \is a GRing.unit -> f (x + eps * y) = f x + eps * (y * g x)) ->
  a \is a GRing.unit -> moves x a b -> moves (f x) (f a) (b * g a).
Proof. by move=> ax ua ->; apply: ax. Qed.
Lemma moves_at (f : R -> R) c x a b :
  (forall y, f (a + eps * y) = f a + eps * (y * c)) ->
  moves x a b -> moves (f x) (f a) (b * c).
Proof. by move=> ax ->; apply: ax. Qed.
Lemma moves_of_mx m n (f : 'M[R]_(m, n) -> R) (g : 'M[R]_(m, n) -> 'M[R]_(m, n)) X A B :
  (forall X D : 'M[R]_(m, n), f (X + eps *: D) = f X + eps * dot (g X) D) ->
  moves_mx X A B -> moves (f X) (f A) (dot (g A) B).
Proof. by move=> ax ->; apply: ax. Qed.

Section Matrices.
Variables m n : nat.
Implicit Types X Y A B C D : 'M[R]_(m, n).
Lemma still_mx X : moves_mx X X 0. Proof. by rewrite /moves_mx scaler0 addr0. Qed.
Lemma moved_mx X D : moves_mx (X + eps *: D) X D. Proof. by []. Qed.
Lemma moves_entry X A B i j : moves_mx X A B -> moves (X i j) (A i j) (B i j).
Proof. by move=> ->; rewrite /moves !mxE. Qed.
Lemma moves_entries (F G H : 'I_m -> 'I_n -> R) : (forall i j, moves (F i j) (G i j) (H i j)) ->
  moves_mx (\matrix_(i, j) F i j) (\matrix_(i, j) G i j) (\matrix_(i, j) H i j).
Proof. by move=> all; apply/matrixP => i j; rewrite !mxE; apply: all. Qed.
Lemma moves_addmx X Y A B C D :
  moves_mx X A B -> moves_mx Y C D -> moves_mx (X + Y) (A + C) (B + D).
Proof. by move=> -> ->; rewrite /moves_mx scalerDr addrACA. Qed.
Lemma moves_oppmx X A B : moves_mx X A B -> moves_mx (- X) (- A) (- B).
Proof. by move=> ->; rewrite /moves_mx opprD scalerN. Qed.
Lemma moves_trmx X A B : moves_mx X A B -> moves_mx X^T A^T B^T.
Proof. by move=> ->; rewrite /moves_mx linearD linearZ. Qed.
Lemma moves_const x a b : moves x a b ->
  moves_mx (const_mx x : 'M_(m, n)) (const_mx a) (const_mx b).
Proof. by move=> ->; apply/matrixP => i j; rewrite !mxE. Qed.
Lemma moves_map (f g : R -> R) X A B :
  (forall x y, f (x + eps * y) = f x + eps * (y * g x)) ->
  moves_mx X A B -> moves_mx (map_mx f X) (map_mx f A) (had (map_mx g A) B).
Proof. by move=> ax ->; apply/matrixP => i j; rewrite !mxE ax [_ * B i j]mulrC. Qed.
Lemma moves_of_cv k (f : 'cV[R]_k -> 'cV[R]_m) (g : 'cV[R]_k -> 'M[R]_(m, k)) (X A B : 'cV[R]_k) :
  (forall X D : 'cV[R]_k, f (X + eps *: D) = f X + eps *: (g X *m D)) ->
  moves_mx X A B -> moves_mx (f X) (f A) (g A *m B).
Proof. by move=> ax ->; apply: ax. Qed.
Lemma moves_summx p (X A B : 'I_p -> 'M[R]_(m, n)) : (forall k, moves_mx (X k) (A k) (B k)) ->
  moves_mx (\sum_k X k) (\sum_k A k) (\sum_k B k).
Proof.
by move=> all; rewrite /moves_mx scaler_sumr -big_split; apply: eq_bigr => k _; apply: all.
Qed.
Lemma moves_trace (X A B : 'M[R]_n) : moves_mx X A B -> moves (\tr X) (\tr A) (\tr B).
Proof. by move=> ->; rewrite /moves linearD linearZ. Qed.
Lemma moves_diag (x a b : 'cV[R]_n) : moves_mx x a b -> moves_mx (diag x) (diag a) (diag b).
Proof. by move=> ->; apply/matrixP => i j; rewrite !mxE mulrnDl -mulrnAr. Qed.
Lemma moves_diagonal (X A B : 'M[R]_n) :
  moves_mx X A B -> moves_mx (diagonal X) (diagonal A) (diagonal B).
Proof. by move=> ->; apply/matrixP => i j; rewrite !mxE. Qed.
Lemma moves_row X A B i : moves_mx X A B -> moves_mx (row i X) (row i A) (row i B).
Proof. by move=> ->; apply/matrixP => k j; rewrite !mxE. Qed.
Lemma moves_col X A B j : moves_mx X A B -> moves_mx (col j X) (col j A) (col j B).
Proof. by move=> ->; apply/matrixP => i k; rewrite !mxE. Qed.
End Matrices.
End Any.

(** A matrix that is written out moves as its entries do.                               *)
Inductive moves_list : seq R -> seq R -> seq R -> Prop :=
  | moves_nil : moves_list [::] [::] [::]
  | moves_cons x a b l k m : moves x a b -> moves_list l k m ->
      moves_list (x :: l) (a :: k) (b :: m).
Inductive moves_lists : seq (seq R) -> seq (seq R) -> seq (seq R) -> Prop :=
  | moves_none : moves_lists [::] [::] [::]
  | moves_more x a b l k m : moves_list x a b -> moves_lists l k m ->
      moves_lists (x :: l) (a :: k) (b :: m).
Lemma moves_nth l k m j : moves_list l k m -> moves (nth 0 l j) (nth 0 k j) (nth 0 m j).
Proof.
by move=> mv; elim: mv j => [|x a b l' k' m' mx _ IH] [|j] //=; rewrite ?nth_nil; exact: still.
Qed.
Lemma moves_rows m n l k d : moves_lists l k d ->
  moves_mx (rows m n l) (rows m n k) (rows m n d).
Proof.
move=> mv; apply/matrixP => i j; rewrite !mxE.
suff : moves_list (nth [::] l i) (nth [::] k i) (nth [::] d i) by move/(moves_nth j).
by move: (nat_of_ord i); elim: mv => [|x a b l' k' d' mx _ IH] [|p] //=; constructor.
Qed.

(** Where two parts move, the product of what they move by is 0.                        *)
Hypothesis small : eps * eps = 0.

Lemma small_mul x y : eps * x * (eps * y) = 0.
Proof. by rewrite mulrACA small mul0r. Qed.

Lemma moves_mul x y a b c d :
  moves x a b -> moves y c d -> moves (x * y) (a * c) (b * c + a * d).
Proof.
move=> -> ->; rewrite /moves.
have -> : (a + eps * b) * (c + eps * d) = a * c + eps * (b * c + a * d) + eps * eps * (b * d).
  by ring.
by rewrite small mul0r addr0.
Qed.

Lemma moves_exp x a b k :
  moves x a b -> moves (x ^+ k.+1) (a ^+ k.+1) (k.+1%:R * a ^+ k * b).
Proof.
move=> mx; elim: k => [|k IH]; first by rewrite /moves !expr1 expr0 mulr1 mul1r.
rewrite exprS [a ^+ _]exprS; have := moves_mul mx IH; rewrite /moves => ->.
congr (_ + _ * _); rewrite !exprS [k.+2%:R]mulrS; move: (a ^+ k) (k.+1%:R) => ak c.
by ring.
Qed.

Lemma moves_power x a b k :
  moves x a b -> moves (x ^+ k) (a ^+ k) (k%:R * a ^+ (k - 1) * b).
Proof.
case: k => [|k mx]; last by rewrite subn1; exact: moves_exp.
by move=> _; rewrite !mul0r !expr0; exact: still.
Qed.

Lemma moves_mulmx m n p (X A B : 'M[R]_(m, n)) (Y C D : 'M[R]_(n, p)) :
  moves_mx X A B -> moves_mx Y C D -> moves_mx (X *m Y) (A *m C) (B *m C + A *m D).
Proof.
move=> -> ->; apply/matrixP => i j; rewrite !mxE -big_split big_distrr /= -big_split /=.
apply: eq_bigr => k _; rewrite !mxE; exact: moves_mul.
Qed.

Lemma moves_scale m n x a b (Y C D : 'M[R]_(m, n)) :
  moves x a b -> moves_mx Y C D -> moves_mx (x *: Y) (a *: C) (b *: C + a *: D).
Proof. by move=> mx ->; apply/matrixP => i j; rewrite !mxE; exact: (moves_mul mx). Qed.

Lemma moves_scalar_mx n x a b : moves x a b ->
  moves_mx (x%:M : 'M[R]_n) a%:M b%:M.
Proof. by move=> ->; apply/matrixP => i j; rewrite !mxE mulrnDl -mulrnAr. Qed.

Lemma moves_had m n (X A B Y C D : 'M[R]_(m, n)) :
  moves_mx X A B -> moves_mx Y C D -> moves_mx (had X Y) (had A C) (had B C + had A D).
Proof. by move=> -> ->; apply/matrixP => i j; rewrite !mxE; exact: moves_mul. Qed.

Lemma moves_dot m n (X A B Y C D : 'M[R]_(m, n)) :
  moves_mx X A B -> moves_mx Y C D -> moves (dot X Y) (dot A C) (dot B C + dot A D).
Proof.
move=> -> ->; rewrite /moves /dot -big_split big_distrr /= -big_split; apply: eq_bigr => i _.
rewrite -big_split big_distrr /= -big_split; apply: eq_bigr => j _.
by rewrite !mxE; exact: moves_mul.
Qed.

Lemma moves_sqn m n (X A B : 'M[R]_(m, n)) : moves_mx X A B -> moves (sqn X) (sqn A) (dot A B + dot A B).
Proof.
move=> mx; have := moves_dot mx mx; rewrite /moves /sqn => ->; congr (_ + _ * (_ + _)).
by apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite mulrC.
Qed.

Lemma moves_inv x a b : a \is a GRing.unit -> moves x a b -> moves x^-1 a^-1 (- (a^-1 * b * a^-1)).
Proof.
rewrite /moves => ua ->; set y := RHS; have inv : a * a^-1 = 1 by rewrite mulrV.
have e : (a + eps * b) * y = 1.
  rewrite /y; set w := a^-1 in inv *.
  have -> : (a + eps * b) * (w + eps * - (w * b * w))
          = a * w + eps * b * w * (1 - a * w) - eps * eps * (b * b * w * w) by ring.
  by rewrite inv subrr mulr0 small mul0r subr0 addr0.
by rewrite -[LHS]mulr1 -e mulKr // unitrE; apply/eqP; rewrite divrr //; apply/unitrPr; exists y.
Qed.

Lemma moves_invmx n (X A B : 'M[R]_n) : A \in unitmx -> moves_mx X A B ->
  moves_mx (invmx X) (invmx A) (- (invmx A *m B *m invmx A)).
Proof.
rewrite /moves_mx => ua ->; set Y := RHS.
have e : (A + eps *: B) *m Y = 1%:M.
  have cancel : A *m (invmx A *m B *m invmx A) = B *m invmx A by rewrite !mulmxA mulmxV // mul1mx.
  rewrite /Y scalerN mulmxDl !mulmxBr mulmxV // -!scalemxAr -!scalemxAl cancel.
  by rewrite scalerA small scale0r subr0 subrK.
by have [uX _] := mulmx1_unit e; rewrite -[LHS]mulmx1 -e mulKmx.
Qed.

(** ** Determinants *)

Lemma prod_near_1 n (b : 'I_n -> R) : \prod_i (1 + eps * b i) = 1 + eps * \sum_i b i.
Proof.
apply: (big_rec2 (fun p s => p = 1 + eps * s)) => [|i p s _ ->]; first by rewrite mulr0 addr0.
have -> : (1 + eps * b i) * (1 + eps * s) = 1 + eps * (b i + s) + eps * eps * (b i * s) by ring.
by rewrite small mul0r addr0.
Qed.

Lemma det_near_1 n (B : 'M[R]_n) : \det (1%:M + eps *: B) = 1 + eps * \tr B.
Proof.
rewrite /determinant (bigD1 1%g) //= odd_perm1 expr0 mul1r -[RHS]addr0; congr (_ + _).
  by rewrite -prod_near_1; apply: eq_bigr => i _; rewrite perm1 !mxE eqxx.
apply: big1 => s other; have [i si] : exists i, s i != i.
  apply/existsP; apply: contraR other; rewrite negb_exists => /forallP fixed.
  by apply/eqP/permP => i; rewrite perm1; apply/eqP; rewrite -[_ == _]negbK.
have ssi : s (s i) != s i by rewrite (inj_eq perm_inj).
rewrite (bigD1 i) //= (bigD1 (s i)) //= !mxE eq_sym (negbTE si) eq_sym (negbTE ssi).
by rewrite !add0r [X in _ * X]mulrA small_mul mul0r mulr0.
Qed.

Lemma moves_det n (X A B : 'M[R]_n) : A \in unitmx -> moves_mx X A B ->
  moves (\det X) (\det A) (\det A * \tr (invmx A *m B)).
Proof.
move=> ua ->; have -> : A + eps *: B = A *m (1%:M + eps *: (invmx A *m B)).
  by rewrite mulmxDr mulmx1 -scalemxAr mulKVmx.
by rewrite /moves det_mulmx det_near_1 mulrDr mulr1 mulrCA.
Qed.
End Dual.
