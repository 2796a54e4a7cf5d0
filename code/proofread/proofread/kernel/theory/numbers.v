(** Dual numbers: a ring in which theorems about eps are not empty.

    Over a field an eps with eps * eps = 0 is 0, and an equation about it says nothing.
    Here is R[eps]/(eps^2) for any commutative ring R: pairs a + eps b.  In it eps is not
    0, eps a = 0 only for a = 0, and so what is claimed of a derivative says all of it.  *)

From mathcomp Require Import all_ssreflect ssralg poly matrix zmodp.
From mathcomp Require Import ring.
From kernel Require Import notions dual.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

Section DualNumbers.
Variable R : comUnitRingType.

(** a + eps b                                                                         *)
Record dual := Dual { part : R; slope : R }.

Definition pair_of x := (part x, slope x).
Definition of_pair p := Dual p.1 p.2.
Lemma pair_ofK : cancel pair_of of_pair. Proof. by case. Qed.
Definition dual_eqMixin := CanEqMixin pair_ofK.
Canonical dual_eqType := EqType dual dual_eqMixin.
Definition dual_choiceMixin := CanChoiceMixin pair_ofK.
Canonical dual_choiceType := ChoiceType dual dual_choiceMixin.

Definition zero := Dual 0 0.
Definition add x y := Dual (part x + part y) (slope x + slope y).
Definition opp x := Dual (- part x) (- slope x).
Fact addA : associative add. Proof. by move=> [a b] [c d] [e f]; rewrite /add /= !addrA. Qed.
Fact addC : commutative add. Proof. by move=> [a b] [c d]; rewrite /add /= addrC [b + d]addrC. Qed.
Fact add0 : left_id zero add. Proof. by move=> [a b]; rewrite /add /= !add0r. Qed.
Fact addN : left_inverse zero opp add. Proof. by move=> [a b]; rewrite /add /= !addNr. Qed.
Definition dual_zmodMixin := ZmodMixin addA addC add0 addN.
Canonical dual_zmodType := ZmodType dual dual_zmodMixin.

Definition one := Dual 1 0.
Definition mul x y := Dual (part x * part y) (part x * slope y + slope x * part y).
Fact mulA : associative mul.
Proof. by move=> [a b] [c d] [e f]; rewrite /mul /=; congr Dual; ring. Qed.
Fact mulC : commutative mul.
Proof. by move=> [a b] [c d]; rewrite /mul /=; congr Dual; ring. Qed.
Fact mul1 : left_id one mul.
Proof. by move=> [a b]; rewrite /mul /=; congr Dual; ring. Qed.
Fact mulD : left_distributive mul add.
Proof. by move=> [a b] [c d] [e f]; rewrite /mul /add /=; congr Dual; ring. Qed.
Fact one_neq0 : one != zero.
Proof. by apply/eqP => -[/eqP]; rewrite oner_eq0. Qed.
Definition dual_ringMixin := ComRingMixin mulA mulC mul1 mulD one_neq0.
Canonical dual_ringType := RingType dual dual_ringMixin.
Canonical dual_comRingType := ComRingType dual mulC.

Definition unit : pred dual := fun x => part x \is a GRing.unit.
Definition inv x := if unit x then Dual (part x)^-1 (- ((part x)^-1 * slope x * (part x)^-1)) else x.
Fact mulV : {in unit, left_inverse 1 inv *%R}.
Proof.
move=> [a b] ux; rewrite /inv (ux : unit _ = true) /GRing.mul /= /mul /=.
by congr Dual; rewrite ?mulVr // mulNr -!mulrA mulVr // mulr1 addrN.
Qed.
Fact unitPl x y : y * x = 1 -> unit x.
Proof. by case=> inverse _; apply/unitrPr; exists (part y); rewrite mulrC. Qed.
Fact inv_out : {in [predC unit], inv =1 id}.
Proof. by move=> x nux; rewrite /inv (negbTE (nux : ~~ unit x)). Qed.
Definition dual_unitMixin := ComUnitRingMixin mulV unitPl inv_out.
Canonical dual_unitRingType := UnitRingType dual dual_unitMixin.
Canonical dual_comUnitRingType := [comUnitRingType of dual].

(** The infinitesimal, and R in the dual numbers.                                      *)
Definition eps : dual := Dual 0 1.
Definition plain (a : R) : dual := Dual a 0.

Theorem eps_small : eps * eps = 0.
Proof. by congr Dual; rewrite /= ?mul0r ?mulr0 ?addr0. Qed.

Theorem eps_not_0 : eps != 0.
Proof. by apply/eqP => -[/eqP]; rewrite oner_eq0. Qed.

(** Nothing is lost: what eps multiplies is told by the product.                        *)
Theorem eps_tells a b : eps * plain a = eps * plain b -> a = b.
Proof. by case; rewrite !mul0r !mul1r !add0r. Qed.

Theorem eps_tells_gradient m n (G H : 'M[R]_(m, n)) :
  (forall D : 'M[dual]_(m, n),
     eps * dot (map_mx plain G) D = eps * dot (map_mx plain H) D) -> G = H.
Proof.
move=> same; apply/matrixP => i j; apply: eps_tells; move: (same (delta_mx i j)).
have entry (A : 'M[R]_(m, n)) : dot (map_mx plain A) (delta_mx i j) = plain (A i j).
  rewrite /dot (bigD1 i) //= [X in _ + X]big1 ?addr0 => [|k /negbTE ne]; last first.
    by apply: big1 => l _; rewrite !mxE ne mulr0.
  rewrite (bigD1 j) //= big1 ?addr0 => [|l /negbTE ne]; last by rewrite !mxE ne andbF mulr0.
  by rewrite !mxE !eqxx mulr1.
by rewrite !entry.
Qed.
End DualNumbers.

(** For polynomials, what the equation says is MathComp's own derivative.               *)
Theorem derivative_of_polynomial (R : comUnitRingType) (eps x y : R) (p : {poly R}) :
  eps * eps = 0 -> p.[x + eps * y] = p.[x] + eps * (y * p^`().[x]).
Proof.
move=> small; elim/poly_ind: p => [|p c IH]; first by rewrite deriv0 !horner0 !mulr0 addr0.
rewrite derivD derivC addr0 derivM derivX mulr1 !hornerE IH.
have -> : (p.[x] + eps * (y * p^`().[x])) * (x + eps * y) + c
        = p.[x] * x + c + eps * (y * (p^`().[x] * x + p.[x])) + eps * eps * (y * y * p^`().[x]).
  by ring.
by rewrite small mul0r addr0 [eps * (y * (_ + _))]mulrA.
Qed.

(** For rational functions it is the quotient rule.                                     *)
Theorem derivative_of_quotient (R : comUnitRingType) (eps x y : R) (p q : {poly R}) :
  eps * eps = 0 -> q.[x] \is a GRing.unit ->
  p.[x + eps * y] / q.[x + eps * y]
    = p.[x] / q.[x]
      + eps * (y * ((p^`().[x] * q.[x] - p.[x] * q^`().[x]) / q.[x] ^+ 2)).
Proof.
move=> small uq; have mp := derivative_of_polynomial x y p small.
have mq := derivative_of_polynomial x y q small.
have := moves_mul small mp (moves_inv small uq mq); rewrite /moves => ->.
congr (_ + _ * _); rewrite -exprVn; move: (mulrV uq).
move: (p.[x]) (q.[x]) (p^`().[x]) (q^`().[x]) => a b c d bw.
transitivity (y * c * b^-1 * (b / b) - y * a * d * b^-1 ^+ 2); last by ring.
by rewrite bw; ring.
Qed.
